"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { BackendError } from "@/lib/backend-error";
import { rememberPaying } from "../order-cookie";
import { showVnpayQr, startVnpay, vnpayDoor, type VnpayChoice } from "../start-vnpay";

export type VnpayState = { problem: string } | null;

/** Asks the backend for a payment at VNPay: its page, to which the buyer is sent, or its QR, which the order page then shows. */
export async function payByVnpay(_before: VnpayState, form: FormData): Promise<VnpayState> {
  const choice: VnpayChoice = {
    orderGroupId: String(form.get("order_group_id")),
    accessToken: String(form.get("access_token")),
    bankCode: vnpayDoor(form.get("bank_code")),
    locale: await getLocale(),
  };
  let redirectUrl: string;
  try {
    if (form.get("as") === "qr") {
      await showVnpayQr(choice);
      revalidatePath("/", "layout");
      return null;
    }
    redirectUrl = await startVnpay(choice);
  } catch (error) {
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error("starting a VNPay payment failed", error);
    return { problem: refused ? error.message : "" };
  }
  // Whoever pays by a shared link comes back from VNPay without it.
  await rememberPaying(choice.orderGroupId, choice.accessToken);
  redirect(redirectUrl);
}
