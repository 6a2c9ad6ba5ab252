import { expect, test } from "vitest";
import { csvLine } from "./csv";

test("commas, quotes and line breaks stay inside their cell", () => {
  expect(csvLine(["Chè, búp", 'HTX "Hảo Đạt"', "a\nb", 5, null])).toBe('"Chè, búp","HTX ""Hảo Đạt""","a\nb",5,\r\n');
});

test.each(["=1+1", "+84", "-2", "@SUM(A1)", "\tx"])("%s is no formula", (value) => {
  expect(csvLine([value])).toBe(`'${value}\r\n`);
});
