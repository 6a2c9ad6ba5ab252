"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { BackendError } from "@/lib/backend-error";
import { startVnpay } from "../start-vnpay";

export type VnpayState = { problem: string } | null;

/** Asks the backend for a payment page at VNPay and sends the buyer there. */
export async function payByVnpay(_before: VnpayState, form: FormData): Promise<VnpayState> {
  const locale = await getLocale();
  let redirectUrl: string;
  try {
    redirectUrl = await startVnpay(String(form.get("order_group_id")), String(form.get("access_token")), locale);
  } catch (error) {
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error("starting a VNPay payment failed", error);
    return { problem: refused ? error.message : "" };
  }
  redirect(redirectUrl);
}
