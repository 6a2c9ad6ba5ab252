import { expect, test } from "vitest";
import { readableSegment } from "./readable-segment";

test("diacritics come back composed, broken escapes stay as they are", () => {
  expect(readableSegment("tr%C3%A1i-c%C3%A2y")).toBe("trái-cây");
  expect(readableSegment("tra\u0301i")).toBe("trái");
  expect(readableSegment("100%")).toBe("100%");
});
