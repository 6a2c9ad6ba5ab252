"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { BackendError } from "@/lib/backend-error";
import { qrPath } from "../qr-path";
import { showVnpayQr, startVnpay, type VnpayChoice } from "../start-vnpay";

export type VnpayState = { problem: string; qr: { payload: string; path: string; size: number } | null } | null;

/** Asks the backend for a payment at VNPay: its page, to which the buyer is sent, or its QR to show here. */
export async function payByVnpay(_before: VnpayState, form: FormData): Promise<VnpayState> {
  const choice: VnpayChoice = {
    orderGroupId: String(form.get("order_group_id")),
    accessToken: String(form.get("access_token")),
    bankCode: String(form.get("bank_code") ?? ""),
    locale: await getLocale(),
  };
  let redirectUrl: string;
  try {
    if (form.get("as") === "qr") {
      const payload = await showVnpayQr(choice);
      return { problem: "", qr: { payload, ...qrPath(payload) } };
    }
    redirectUrl = await startVnpay(choice);
  } catch (error) {
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error("starting a VNPay payment failed", error);
    return { problem: refused ? error.message : "", qr: null };
  }
  redirect(redirectUrl);
}
