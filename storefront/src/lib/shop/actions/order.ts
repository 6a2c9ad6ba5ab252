"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { callBackend } from "@/lib/backend";
import { BackendError } from "@/lib/backend-error";

export type VnpayState = { problem: string } | null;

/** Asks the backend for a payment page at VNPay and sends the buyer there. */
export async function payByVnpay(_before: VnpayState, form: FormData): Promise<VnpayState> {
  const locale = await getLocale();
  let redirectUrl: string;
  try {
    const id = encodeURIComponent(String(form.get("order_group_id")));
    const body = { access_token: String(form.get("access_token")), locale };
    const answer = await callBackend<{ redirect_url: string }>(`/store/order-groups/${id}/vnpay`, { locale, method: "POST", body });
    redirectUrl = answer.redirect_url;
  } catch (error) {
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error("starting a VNPay payment failed", error);
    return { problem: refused ? error.message : "" };
  }
  redirect(redirectUrl);
}
