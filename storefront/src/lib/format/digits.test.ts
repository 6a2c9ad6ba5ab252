import { expect, test } from "vitest";
import { groupDigits, signedDigits } from "./digits";

test("a minus is kept, everything else that is no digit goes", () => {
  expect(signedDigits("-3", 12)).toBe("-3");
  expect(signedDigits(" −1.250.000 ₫", 12)).toBe("-1250000");
  expect(signedDigits("1.250-000", 12)).toBe("1250000");
  expect(groupDigits(signedDigits("-1250000", 12))).toBe("-1.250.000");
});
