import { expect, test } from "vitest";
import { evidenceQuery, problemOf, readEvidenceSearch, usualPeriod } from "./evidence";

test("only what the backend knows is asked", () => {
  expect(evidenceQuery(new URLSearchParams("from=2026-01-01&to=&set=11&file=pdf&locale=vi&buyers=all")).toString()).toBe("from=2026-01-01&set=11");
});

test("the day that was refused is named", async () => {
  const refusal = (fields?: object) => problemOf(Response.json({ code: "evidence.bad_period", fields }, { status: 400 }));
  expect(await Promise.all([refusal({ from: "…" }), refusal({ to: "…" }), refusal(), problemOf(new Response("down", { status: 502 }))])).toEqual(["from", "to", "other", "other"]);
});

test("the page keeps what was chosen and knows no other problems", () => {
  expect(readEvidenceSearch({ from: "2026-02-30", to: ["a", "b"], problem: "from" })).toEqual({ choice: { from: "2026-02-30", to: "", set: "" }, problem: "from" });
  expect(readEvidenceSearch({ problem: "<b>" }).problem).toBeNull();
});

test("twelve months up to today in Viet Nam", () => {
  expect(usualPeriod(new Date("2026-11-21T17:00:00Z"))).toEqual({ from: "2025-12-01", to: "2026-11-22" });
  expect(usualPeriod(new Date("2026-12-31T10:00:00Z"))).toEqual({ from: "2026-01-01", to: "2026-12-31" });
});
