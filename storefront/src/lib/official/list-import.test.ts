import { expect, test } from "vitest";
import { byNeed, remarksOf, type Verdict, verdictsCsv } from "./list-import";

const verdict = (more: Partial<Verdict>): Verdict => ({ row: 2, kind: "create", name: "Chè", producer_name: "HTX", star: 4, ocop_product_id: null, certificate_code: null, changes: [], reasons: [], candidates: [], ...more });

test("what needs a hand stands on top", () => {
  const sorted = byNeed([verdict({ row: 2 }), verdict({ row: 3, kind: "error" }), verdict({ row: 4, kind: "ambiguous" })]);
  expect(sorted.map(({ row }) => row)).toEqual([3, 4, 2]);
});

test("a remark names the cell, the candidates and what changes", () => {
  const reason = { cell: "F5", message: { vi: "Sai ngày.", en: "Wrong day." } };
  expect(remarksOf(verdict({ kind: "error", reasons: [reason] }), "vi", String)).toBe("F5: Sai ngày.");
  expect(remarksOf(verdict({ kind: "error", reasons: [reason] }), "en", String)).toBe("F5: Wrong day.");
  expect(remarksOf(verdict({ kind: "ambiguous", candidates: [{ id: "ocop_1", label: "Chè" }] }), "vi", String)).toBe("ocop_1 (Chè)");
  expect(remarksOf(verdict({ kind: "update", changes: [{ field: "star", before: 3, after: 4 }] }), "vi", () => "Hạng sao")).toBe("Hạng sao: 3 → 4");
});

test("the file of verdicts can't run anything", () => {
  expect(verdictsCsv([verdict({ name: "=1+1" })], ["Dòng"], String, () => "")).toContain("'=1+1");
});
