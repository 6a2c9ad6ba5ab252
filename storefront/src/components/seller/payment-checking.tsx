import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { Order } from "@/lib/seller/schemas";

/** VNPay may have the buyer's money and has not decided: what the shop does meanwhile, and what comes of it. */
export function PaymentChecking({ payment: { amount_vnd, checking } }: Pick<Order, "payment">) {
  const t = useTranslations("seller.order.checking");
  const locale = useLocale();
  const time = checking?.decide_by ? formatDateTime(checking.decide_by, locale) : null;
  return (
    <div data-testid="payment-checking" className="flex flex-col gap-2">
      <p className="font-semibold">{t("title", { amount: formatVnd(amount_vnd, locale) })}</p>
      <p>{t("text")}</p>
      <ul className="list-disc space-y-1 pl-5">
        <li>{t("paid")}</li>
        <li>{t("denied")}</li>
        <li>{time ? t("lateAfter", { time }) : t("late")}</li>
      </ul>
    </div>
  );
}
