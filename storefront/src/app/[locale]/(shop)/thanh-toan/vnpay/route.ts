import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { localeHref } from "@/i18n/locale-href";
import { callBackend } from "@/lib/backend";
import { vnpayReason } from "@/lib/shop/vnpay-reason";

type VnpayReturn = {
  valid: boolean;
  metadata: Record<string, string> | null;
  outcome: "paid" | "pending" | "failed" | "canceled" | "invalid";
};

/**
 * Where VNPay sends the buyer back to. The query goes to the backend exactly as it came, because its signature
 * is over those bytes; whatever it says, the order page shows only what the backend knows from VNPay's own call.
 */
export async function GET(request: Request) {
  const locale = await getLocale();
  const { search, searchParams } = new URL(request.url);
  const answer = await callBackend<VnpayReturn>(`/store/vnpay-return${search}`, { locale }).catch((error: unknown) => {
    console.error("reading VNPay's return failed", error);
    return null;
  });
  const orderGroupId = answer?.valid ? answer.metadata?.order_group_id : undefined;
  if (!answer || !orderGroupId) redirect(localeHref(locale, "/thanh-toan/vnpay/khong-ro"));
  const code = searchParams.get("vnp_ResponseCode") ?? "";
  const reason = answer.outcome === "failed" && vnpayReason(code) ? `&code=${code}` : "";
  const outcome = answer.outcome === "paid" ? "" : `?vnpay=${answer.outcome}${reason}`;
  redirect(localeHref(locale, `/don-hang/${encodeURIComponent(orderGroupId)}${outcome}`));
}
