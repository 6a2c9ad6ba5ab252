import { expect, test } from "vitest";
import { vnpayReason } from "./vnpay-reason";

test("known failures have words of their own, all others none", () => {
  expect(vnpayReason("insufficient_funds")).toBe("balance");
  expect(vnpayReason("payment_window_expired")).toBe("timeOver");
  for (const failure of ["", "declined", "51", "toString", "__proto__"]) expect(vnpayReason(failure)).toBeNull();
});
