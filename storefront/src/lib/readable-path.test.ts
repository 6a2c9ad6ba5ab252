import fc from "fast-check";
import { expect, test } from "vitest";
import { readablePath } from "../../readable-path.mjs";

test("what can be read stays as it came, what can't be read is marked, and the query is left alone", () => {
  for (const url of ["/", "/san-pham/ch%C3%A8", "/tim-kiem?q=%ff", "/san-pham/100%25", "/en?x=%"]) expect(readablePath(url)).toBe(url);
  expect(readablePath("/san-pham/%ff")).toBe("/san-pham/%EF%BF%BD");
  expect(readablePath("/en/%c3%a8/%E1%BA/100%?q=%ff")).toBe("/en/%c3%a8/%EF%BF%BD/100%EF%BF%BD?q=%ff");
});

test("every address can be decoded afterwards", () => {
  const piece = fc.constantFrom("%", "%f", "%ff", "%C3%A8", "%E1%BA", "/", "a", "25", "%25", "%00");
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => void decodeURIComponent(readablePath(`/${pieces.join("")}`))));
});
