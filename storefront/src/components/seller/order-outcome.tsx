import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/i18n/link";
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
          {t(wordsFor(refund), { amount: formatVnd(refund.amount_vnd, locale) })}
        </p>
      ))}
      {refunds.some(fromShop) ? (
        <Link href="/ban-hang/tien/hoan-tien" className="inline-flex min-h-11 items-center font-semibold text-link" data-testid="to-money-back">
          {t("refundOpen")}
        </Link>
      ) : null}
    </Card>
  );
}

type Refund = Order["refunds"][number];

const fromShop = ({ transfer }: Refund) => transfer?.sender === "shop" && transfer.state !== "done";

/** Money on the shop's own account is the shop's to send back. */
function wordsFor(refund: Refund) {
  if (fromShop(refund)) return refund.transfer?.state === "sent" ? "refundSent" : "refundFromYou";
  // By transfer from the market's account, on its way or not: VNPay has no part in it.
  return refund.transfer && refund.state === "on_its_way" ? "refund.by_hand" : (`refund.${refund.state}` as const);
}
