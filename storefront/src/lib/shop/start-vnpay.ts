import "server-only";
import { callBackend } from "@/lib/backend";

/** `bankCode` is VNPAYQR, VNBANK or INTCARD; empty, the buyer chooses at VNPay. */
export type VnpayChoice = { orderGroupId: string; accessToken: string; bankCode?: string; locale: string };

type Answer = { redirect_url: string | null; qr: { payload: string } | null };

function ask({ orderGroupId, accessToken, bankCode, locale }: VnpayChoice, as: "redirect" | "qr"): Promise<Answer> {
  const path = `/store/order-groups/${encodeURIComponent(orderGroupId)}/vnpay`;
  return callBackend<Answer>(path, { locale, method: "POST", body: { access_token: accessToken, locale, as, ...(bankCode && { bank_code: bankCode }) } });
}

/** The address of a fresh payment page at VNPay for all that is still due in an order group. */
export async function startVnpay(choice: VnpayChoice): Promise<string> {
  const { redirect_url } = await ask(choice, "redirect");
  if (!redirect_url) throw new Error("VNPay's page has no address");
  return redirect_url;
}

/** The text of a VNPAY-QR for the same, where the operator's terminal may show it (VNPAY_GENQR). */
export async function showVnpayQr(choice: VnpayChoice): Promise<string> {
  const { qr } = await ask(choice, "qr");
  if (!qr) throw new Error("VNPay gave no QR");
  return qr.payload;
}
