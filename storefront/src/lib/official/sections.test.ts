import { expect, test } from "vitest";
import { currentSection, sectionsFor } from "./sections";

const hrefs = ["/dieu-hanh", "/dieu-hanh/so-ocop"];

test.each([
  ["/dieu-hanh", "/dieu-hanh"],
  ["/dieu-hanh/19/san-pham", "/dieu-hanh"],
  ["/dieu-hanh/so-ocop", "/dieu-hanh/so-ocop"],
  ["/dieu-hanh/so-ocop/x", "/dieu-hanh/so-ocop"],
  ["/dieu-hanh/so-ocop-khac", "/dieu-hanh"],
  ["/", null],
])("%s stands in %s", (path, section) => expect(currentSection(hrefs, path)).toBe(section));

test("somebody who only judges dossiers is not led to the figures and the register", () => {
  expect(sectionsFor("province").map(({ href }) => href)).toEqual(expect.arrayContaining(hrefs));
  expect(sectionsFor(null)).toEqual(sectionsFor("province"));
  expect(sectionsFor("council").some(({ href }) => hrefs.includes(href))).toBe(false);
});
