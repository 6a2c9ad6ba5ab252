import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { Order } from "@/lib/seller/schemas";

/** Who called the order off and why, and the money that goes back to the buyer. */
export function OrderOutcome({ order }: { order: Order }) {
  const t = useTranslations("seller.acts");
  const locale = useLocale();
  const { cancellation, refunds } = order;
  if (!cancellation && refunds.length === 0) return null;
  const reason = cancellation?.reason;
  return (
    <Card className="flex flex-col gap-2" data-testid="outcome">
      {cancellation ? (
        <p>
          <strong className="font-semibold">{t(`canceledBy.${cancellation.by}`, { time: formatDateTime(cancellation.at, locale) })}</strong>
          {reason && reason !== "other" && t.has(`reasons.${reason}`) ? <span className="block">{t(`reasons.${reason}`)}</span> : null}
          {cancellation.note ? <span className="block">“{cancellation.note}”</span> : null}
        </p>
      ) : null}
      {refunds.map((refund) => (
        <p key={refund.id} data-testid="refund" data-amount={refund.amount_vnd}>
          {t(refund.state === "by_hand" && order.payment.rail === "vietqr" ? "refundFromYou" : `refund.${refund.state}`, { amount: formatVnd(refund.amount_vnd, locale) })}
        </p>
      ))}
    </Card>
  );
}
