import { expect, test } from "vitest";
import { readSort, sortCommunes, sortLink } from "./table-sort";

const commune = (name: string, recognised: number, listed: number) => ({
  code: name,
  name,
  recognised,
  listed,
  rate_percent: recognised === 0 ? null : ((100 * listed) / recognised).toFixed(2),
});
const communes = [commune("Đại Từ", 3, 3), commune("An Khánh", 10, 1), commune("Ba Bể", 0, 0), commune("Dân Tiến", 3, 2)];
const names = (sort: unknown) => sortCommunes(communes, readSort(sort)).map(({ name }) => name);

test("names sort as Vietnamese does: Đ after D", () => {
  expect(names("name")).toEqual(["An Khánh", "Ba Bể", "Dân Tiến", "Đại Từ"]);
  expect(names("-name")).toEqual(["Đại Từ", "Dân Tiến", "Ba Bể", "An Khánh"]);
});

test("numbers sort as numbers, equals by name, and no rate stands last both ways", () => {
  expect(names("-recognised")).toEqual(["An Khánh", "Dân Tiến", "Đại Từ", "Ba Bể"]);
  expect(names("rate")).toEqual(["An Khánh", "Dân Tiến", "Đại Từ", "Ba Bể"]);
  expect(names("-rate")).toEqual(["Đại Từ", "Dân Tiến", "An Khánh", "Ba Bể"]);
});

test("an unknown column is the default, and a second tap turns the order round", () => {
  expect(readSort("password")).toEqual(readSort(undefined));
  expect(sortLink("rate", readSort("name"))).toBe("-rate");
  expect(sortLink("rate", readSort("-rate"))).toBe("rate");
  expect(sortLink("name", readSort("-rate"))).toBe("name");
});
