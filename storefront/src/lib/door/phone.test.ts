import { expect, test } from "vitest";
import { toE164 } from "./phone";

test.each(["0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", "84912345678", "(091) 234-5678"])(
  "%s is understood",
  (typed) => expect(toE164(typed)).toBe("+84912345678"),
);

test.each(["", "091234567", "0112345678", "+1 912 345 678", "0912345678x"])("%s is refused", (typed) =>
  expect(toE164(typed)).toBeNull(),
);
