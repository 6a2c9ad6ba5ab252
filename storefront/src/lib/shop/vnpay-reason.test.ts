import { expect, test } from "vitest";
import { vnpayReason } from "./vnpay-reason";

test("known codes have words of their own, all others none", () => {
  expect(vnpayReason("51")).toBe("balance");
  expect(vnpayReason("11")).toBe("timeOver");
  for (const code of ["", "00", "99", "toString", "__proto__"]) expect(vnpayReason(code)).toBeNull();
});
