import { expect, test } from "vitest";
import { dossiersHref, readDossierQuery } from "./query";

test("an address is read and written back as it was", () => {
  const href = "/dieu-hanh/ho-so?state=submitted&kind=first&commune=05503&overdue=true&mine=true&q=ch%C3%A8&page=3";
  expect(dossiersHref(readDossierQuery(Object.fromEntries(new URL(href, "http://x").searchParams)))).toBe(href);
});

test("what is not understood is left out, and drafts are not asked for", () => {
  const query = readDossierQuery({ state: "draft", kind: "x", commune: "5503", overdue: "1", q: ["a"], page: "-1" });
  expect(query).toEqual({ state: undefined, kind: undefined, commune: undefined, overdue: false, mine: false, q: "", page: 1 });
  expect(dossiersHref(query)).toBe("/dieu-hanh/ho-so");
});
