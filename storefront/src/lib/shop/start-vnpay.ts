import "server-only";
import { callBackend } from "@/lib/backend";

/** The address of a fresh payment page at VNPay for all that is still due in an order group. */
export async function startVnpay(orderGroupId: string, accessToken: string, locale: string): Promise<string> {
  const path = `/store/order-groups/${encodeURIComponent(orderGroupId)}/vnpay`;
  const body = { access_token: accessToken, locale };
  const { redirect_url } = await callBackend<{ redirect_url: string }>(path, { locale, method: "POST", body });
  return redirect_url;
}
