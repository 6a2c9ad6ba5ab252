import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { localeHref } from "@/i18n/locale-href";
import { callBackend } from "@/lib/backend";

type VnpayReturn = {
  valid: boolean;
  metadata: Record<string, string> | null;
  outcome: "paid" | "pending" | "failed" | "canceled" | "invalid";
  failure: { reason: string } | null;
};

/**
 * Where VNPay sends the buyer back to. The query goes to the backend exactly as it came, because its signature
 * is over those bytes; whatever it says, the order page shows only what the backend knows from VNPay's own call.
 */
export async function GET(request: Request) {
  const locale = await getLocale();
  const { search } = new URL(request.url);
  const answer = await callBackend<VnpayReturn>(`/store/vnpay-return${search}`, { locale }).catch((error: unknown) => {
    console.error("reading VNPay's return failed", error);
    return null;
  });
  const orderGroupId = answer?.valid ? answer.metadata?.order_group_id : undefined;
  if (!answer || !orderGroupId) redirect(localeHref(locale, "/thanh-toan/vnpay/khong-ro"));
  const failure = answer.outcome === "failed" && answer.failure ? `&failure=${encodeURIComponent(answer.failure.reason)}` : "";
  const outcome = answer.outcome === "paid" ? "" : `?vnpay=${answer.outcome}${failure}`;
  redirect(localeHref(locale, `/don-hang/${encodeURIComponent(orderGroupId)}${outcome}`));
}
