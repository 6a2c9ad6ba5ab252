import { expect, test } from "vitest";
import type { OrderGroup } from "@/lib/types";
import { vnpaySaid } from "./vnpay-said";

type Vnpay = NonNullable<OrderGroup["vnpay"]>;
const at = (attempt: Vnpay["attempt"], failure: string | null = null, state: Vnpay["state"] = "open"): Vnpay => ({ state, attempt, failure, offers_qr: false, qr: null });

test("as long as VNPay has not called, the way back is believed", () => {
  expect(vnpaySaid(at("begun"), "pending", "")).toEqual({ outcome: "processing", reason: null });
  expect(vnpaySaid(at("begun"), "failed", "insufficient_funds")).toEqual({ outcome: "failed", reason: "balance" });
  expect(vnpaySaid(at("begun"), "canceled", "canceled_by_buyer")).toEqual({ outcome: "canceled", reason: null });
  for (const way of ["", "paid", "toString", "__proto__"]) expect(vnpaySaid(at("begun"), way, ""), way).toBeNull();
});

test("once VNPay has refused, that is said, whatever the address still says", () => {
  for (const way of ["pending", "canceled", "failed", ""]) {
    expect(vnpaySaid(at("failed", "wrong_otp"), way, "insufficient_funds"), way).toEqual({ outcome: "failed", reason: "wrongOtp" });
  }
  expect(vnpaySaid(at("failed", "declined"), "pending", "")).toEqual({ outcome: "failed", reason: null });
  expect(vnpaySaid(at("failed", "canceled_by_buyer"), "pending", "")).toEqual({ outcome: "canceled", reason: null });
});

test("nothing is said of a try that is not this payment's, while VNPay checks, and where nothing is due through VNPay", () => {
  for (const vnpay of [at("none"), at("begun", null, "checking"), null]) {
    for (const way of ["pending", "failed", "canceled"]) expect(vnpaySaid(vnpay, way, "wrong_otp")).toBeNull();
  }
});
