import { expect, test } from "vitest";
import { type DossierSort, dossierOrder, dossierSortLink, dossiersHref, readDossierQuery } from "./query";

test("an address is read and written back as it was", () => {
  const href = "/dieu-hanh/ho-so?state=submitted&kind=first&commune=05503&set_no=11&overdue=true&mine=true&q=ch%C3%A8&sort=-name&page=3";
  expect(dossiersHref(readDossierQuery(Object.fromEntries(new URL(href, "http://x").searchParams)))).toBe(href);
});

test("what is not understood is left out, and drafts are not asked for", () => {
  const query = readDossierQuery({ state: "draft", kind: "x", commune: "5503", overdue: "1", q: ["a"], set_no: "100", sort: "star", page: "-1" });
  expect(query).toEqual({ state: undefined, kind: undefined, commune: undefined, set_no: undefined, overdue: false, mine: false, q: "", sort: undefined, page: 1 });
  expect(dossiersHref(query)).toBe("/dieu-hanh/ho-so");
});

test("a heading sorts and a second tap turns it round, from the first page, with the filters kept", () => {
  const bare = readDossierQuery({ set_no: "7", page: "3" });
  const tap = (column: DossierSort, query = bare) => dossierSortLink(column, query);
  expect(dossiersHref(tap("name"))).toBe("/dieu-hanh/ho-so?set_no=7&sort=name");
  expect(tap("name", tap("name")).sort).toBe("-name");
  expect(tap("name", tap("name", tap("name"))).sort).toBe("name");
  expect(tap("submitted").sort).toBe("-submitted");
  expect(tap("deadline").sort).toBe("-deadline");
  expect(dossiersHref(tap("deadline", tap("deadline")))).toBe("/dieu-hanh/ho-so?set_no=7");
  expect(dossierOrder(bare)).toEqual({ by: "deadline", descending: false });
  expect(dossierOrder({ sort: "-commune" })).toEqual({ by: "commune", descending: true });
});
