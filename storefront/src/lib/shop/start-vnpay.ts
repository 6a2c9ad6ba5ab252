import "server-only";
import { callBackend } from "@/lib/backend";

/** `bankCode` is VNPAYQR, VNBANK or INTCARD; empty, the buyer chooses at VNPay. */
export type VnpayChoice = { orderGroupId: string; accessToken: string; bankCode?: string; locale: string };

/** VNPay's own names for the doors of its payment page. */
const doors = ["VNPAYQR", "VNBANK", "INTCARD"];

/** What a form says about the door; anything else leaves the choice to VNPay's page. */
export function vnpayDoor(said: FormDataEntryValue | null): string {
  return typeof said === "string" && doors.includes(said) ? said : "";
}

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

/** Has VNPay make its QR for the same, where the operator's terminal may (VNPAY_GENQR); the order then carries it. */
export async function showVnpayQr(choice: VnpayChoice): Promise<void> {
  const { qr } = await ask(choice, "qr");
  if (!qr) throw new Error("VNPay gave no QR");
}
