import { expect, test } from "vitest";
import { parseDraftText } from "./draft-text";
import { emptyListing } from "./listing-payload";

test("a kept draft comes back, with fields of older versions left out", () => {
  expect(parseDraftText(JSON.stringify({ title: "Chè", price_vnd: "250.000", colour: "green" }))).toEqual({
    ...emptyListing,
    title: "Chè",
    price_vnd: "250.000",
  });
});

test.each([null, "", "{", "null", "[]", "3", "{}", '{"title":""}', '{"title":5}'])("%s is no draft", (kept) => {
  expect(parseDraftText(kept)).toBeNull();
});
