import { expect, test } from "vitest";
import { csvLine } from "./csv";

test("commas, quotes and line breaks stay inside their cell", () => {
  expect(csvLine(["Chè, búp", 'HTX "Hảo Đạt"', "a\nb", 5, null])).toBe('"Chè, búp","HTX ""Hảo Đạt""","a\nb",5,\r\n');
});

test.each(["=1+1", "+84", "-2", "@SUM(A1)", " =1+1", "\u00a0=1", "＝1+1", "＠SUM(A1)"])("%s is no formula", (value) => {
  expect(csvLine([value])).toBe(`'${value}\r\n`);
});

test("what splits cells elsewhere stays inside its own: a tab, and the semicolon of a Vietnamese Excel", () => {
  expect(csvLine(["\tx", "Chè;=1+1"])).toBe(`"'\tx","Chè;=1+1"\r\n`);
});
