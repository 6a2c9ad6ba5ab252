import fc from "fast-check";
import { expect, test } from "vitest";
import { readLabelText, sameCode } from "./label-text";

const statement = `CP1.${Buffer.from('["21fe31df","CP-7Q4K-9M2T","Chè",null,5,null,"2026-06-01","2029-06-01",null,0]').toString("base64url")}.${"A".repeat(86)}`;

test.each([
  ["CP-7Q4K-9M2T", { code: "CP-7Q4K-9M2T", statement: null }],
  ["  cp 7q4k 9m2t\n", { code: "cp 7q4k 9m2t", statement: null }],
  [`https://cho.example/xac-thuc/CP-7Q4K-9M2T?s=${statement}`, { code: "CP-7Q4K-9M2T", statement }],
  [`cho.example/en/xac-thuc/cp7q4k9m2t?x=1&s=${statement}#top`, { code: "cp7q4k9m2t", statement }],
  [`/xac-thuc/CP-7Q4K-9M2T?s=`, { code: "CP-7Q4K-9M2T", statement: null }],
  ["http://localhost:8000/xac-thuc/CP%2D7Q4K%2D9M2T", { code: "CP-7Q4K-9M2T", statement: null }],
  ["http://localhost:8000/xac-thuc/%E0%A4", { code: "%E0%A4", statement: null }],
  [statement, { code: "CP-7Q4K-9M2T", statement }],
  [`${statement.slice(0, 60)} ${statement.slice(60)}`, { code: "CP-7Q4K-9M2T", statement }],
  ["CP1.không.phải", { code: null, statement: "CP1.không.phải" }],
  ["", { code: null, statement: null }],
])("%s", (text, expected) => {
  expect(readLabelText(text)).toEqual(expected);
});

test("anything people paste is read, and no code is longer than the register takes", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((x) => `https://a/xac-thuc/${x}`), fc.string().map((x) => `CP1.${x}.x`)), (text) => {
    const { code } = readLabelText(text);
    expect(code === null || (code.length > 0 && code.length <= 64)).toBe(true);
  }));
});

test("two ways of writing one code", () => {
  for (const other of ["cp-7q4k-9m2t", "7Q4K 9M2T", "CP 7Q4K–9M2T"]) expect(sameCode("CP-7Q4K-9M2T", other)).toBe(true);
  expect(sameCode("CP-0010-0000", "CP-OOlO-oooo")).toBe(true);
  expect(sameCode("CP-7Q4K-9M2T", "CP-7Q4K-9M2V")).toBe(false);
});
