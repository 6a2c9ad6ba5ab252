import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { GroupOrder } from "@/lib/types";
import { RefundProgress } from "./refund-progress";

type Order = Pick<GroupOrder, "cancellation" | "refunds"> & { payment: Pick<GroupOrder["payment"], "state" | "rail" | "unclear_vnd" | "unclear_pays" | "cash_too"> };

/** What was called off, by whom and why, what came unasked, and what comes back and how far that is. Empty for most orders. */
export function OrderAftermath({ order }: { order: Order }) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const { cancellation, refunds, payment } = order;
  if (!cancellation && refunds.length === 0 && payment.unclear_vnd === 0 && !payment.cash_too) return null;
  const reason = cancellation?.reason;
  const cashWords = ({ amount_vnd, returned_at, missing_at }: NonNullable<typeof payment.cash_too>) => {
    const amount = formatVnd(amount_vnd, locale);
    if (returned_at) return t("cashReturned", { amount, when: formatDateTime(returned_at, locale) });
    return missing_at ? t("cashMissing", { amount, when: formatDateTime(missing_at, locale) }) : t("cashHeld", { amount });
  };
  // As much as the order asks for pays it in a moment. Less leaves it as open as it was, and the buyer must know that.
  const tooLittle = payment.state === "pending" && !payment.unclear_pays;
  return (
    <div className="flex flex-col gap-2 rounded bg-honey-100 p-3" data-testid="aftermath">
      {cancellation ? (
        <p>
          <strong className="font-semibold">{t(`canceledBy.${cancellation.by}`, { when: formatDateTime(cancellation.at, locale) })}</strong>
          {reason && t.has(`cancelReason.${reason}`) && reason !== "other" ? <span className="block">{t("cancelBecause", { reason: t(`cancelReason.${reason}`) })}</span> : null}
          {cancellation.note ? <span className="block">“{cancellation.note}”</span> : null}
        </p>
      ) : null}
      {payment.unclear_vnd > 0 ? <p data-testid="unclear-money">{t(tooLittle ? (payment.rail === "cod" ? "unclearLessThanCash" : "unclearTooLittle") : "unclearMoney", { amount: formatVnd(payment.unclear_vnd, locale) })}</p> : null}
      {payment.cash_too ? (
        <p data-testid="cash-too">
          {cashWords(payment.cash_too)}
        </p>
      ) : null}
      {refunds.map((refund) => (
        <div key={refund.id} data-testid="refund" data-state={refund.state} data-amount={refund.amount_vnd}>
          {refund.transfer ? <RefundProgress amountVnd={refund.amount_vnd} transfer={refund.transfer} /> : <p>{t(`refundState.${refund.state}`, { amount: formatVnd(refund.amount_vnd, locale) })}</p>}
        </div>
      ))}
    </div>
  );
}
