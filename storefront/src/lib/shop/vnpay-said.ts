import type { OrderGroup } from "@/lib/types";
import { vnpayReason, type VnpayReason } from "./vnpay-reason";

export type VnpaySaid = { outcome: "failed" | "canceled" | "processing"; reason: VnpayReason | null };

const returned = { failed: "failed", canceled: "canceled", pending: "processing" } as const;

/**
 * What the order page says of the newest try to pay at VNPay. What the backend knows from VNPay's own call wins; the
 * buyer's way back (`?vnpay=…&failure=…`) is believed only as long as that call has not told the end of the try.
 */
export function vnpaySaid(vnpay: OrderGroup["vnpay"], way: string, wayFailure: string): VnpaySaid | null {
  if (vnpay?.state !== "open" || vnpay.attempt === "none") return null;
  if (vnpay.attempt === "failed") return failed(vnpay.failure ?? "");
  const outcome = Object.hasOwn(returned, way) ? returned[way as keyof typeof returned] : null;
  return outcome === "failed" ? failed(wayFailure) : outcome && { outcome, reason: null };
}

function failed(failure: string): VnpaySaid {
  return failure === "canceled_by_buyer" ? { outcome: "canceled", reason: null } : { outcome: "failed", reason: vnpayReason(failure) };
}
