import { getLocale, getTranslations } from "next-intl/server";
import { EarningsCharges } from "@/components/seller/earnings-charges";
import { EarningsLine } from "@/components/seller/earnings-line";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { Earnings, OrderEarnings } from "@/lib/seller/earnings";
import { EarningsPages } from "./earnings-pages";

const taken = ["shipping_vnd", "commission_vnd", "tax_vnd", "refund_vnd"] as const;

/** On the first page payouts; then a page at a time what else was booked, each order with what was kept back of it, and what was paid for no order. */
export async function EarningsList({ earnings: { orders, count, charges, payouts, others, more_others }, days, page }: { earnings: Earnings; /** As they were asked for. */ days: Record<string, string>; page: number }) {
  const [t, locale] = await Promise.all([getTranslations("seller.earnings"), getLocale()]);
  if (count === 0 && payouts.length === 0) {
    return (
      <Message title={t("empty")} text={t("emptyText")}>
        <ButtonLink href="/ban-hang" variant="secondary">
          {t("toOrders")}
        </ButtonLink>
      </Message>
    );
  }
  return (
    <>
      {page === 1 && payouts.length > 0 ? (
        <Card>
          <h2>{t("payouts")}</h2>
          <ul>
            {payouts.map((payout) => (
              <li key={payout.reference} className="flex items-center gap-3 border-t border-line py-3 first:border-0" data-testid="earnings-payout">
                <span className="grow">
                  {t(`payoutState.${payout.state}`, { day: formatDate(payout.day, locale) })}
                  <span className="block text-sm break-words text-ink-soft">{t("payoutTo", { account: payout.account, code: payout.reference })}</span>
                  {payout.reason ? <span className="block text-sm break-words text-ink-soft">{t("payoutReason", { reason: payout.reason })}</span> : null}
                </span>
                <span className="font-semibold whitespace-nowrap">{formatVnd(payout.amount_vnd, locale)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {others.length > 0 ? (
        <Card>
          <h2>{t("others")}</h2>
          <ul>
            {others.map((fact, at) => (
              <li key={at} className="flex items-center gap-3 border-t border-line py-3 first:border-0" data-testid={`earnings-${fact.what}`}>
                <span className="grow">
                  {t(`other.${fact.what}`)}
                  <span className="block text-sm text-ink-soft">{formatDate(fact.day, locale)}</span>
                </span>
                <span className="font-semibold whitespace-nowrap">{formatVnd(fact.amount_vnd, locale)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {orders.length > 0 ? <h2 id="don-hang">{t("orders")}</h2> : null}
      <ul className="flex flex-col gap-3 empty:hidden">
        {orders.map((order) => (
          <li key={order.order_id}>
            <OrderCard order={order} />
          </li>
        ))}
      </ul>
      <EarningsCharges charges={charges} />
      {more_others ? (
        <p className="text-sm text-ink-soft" data-testid="earnings-more-others">
          {t("moreOthers")}
        </p>
      ) : null}
      <EarningsPages count={count} days={days} page={page} />
    </>
  );
}

async function OrderCard({ order }: { order: OrderEarnings }) {
  const [t, locale] = await Promise.all([getTranslations("seller.earnings"), getLocale()]);
  return (
    <Card data-testid={`earnings-${order.order_id}`}>
      <div className="flex items-baseline justify-between gap-3">
        <Link href={`/ban-hang/don/${order.order_id}`} className="inline-flex min-h-11 items-center font-semibold text-link">
          {t("order", { id: order.display_id })}
        </Link>
        <span className="text-sm text-ink-soft">{formatDate(order.day, locale)}</span>
      </div>
      <p className="text-sm text-ink-soft">{t(order.rail === "vnpay" ? "collected" : order.rail === "cod" ? "cash" : "direct")}</p>
      <dl className="mt-2">
        <EarningsLine name={t("gross_vnd")} amount={formatVnd(order.gross_vnd, locale)} />
        {taken.map((part) => (order[part] > 0 ? <EarningsLine key={part} name={t(part)} amount={part === "shipping_vnd" ? formatVnd(order[part], locale) : formatVnd(-order[part], locale)} soft /> : null))}
        <EarningsLine name={t("net_vnd")} amount={formatVnd(order.net_vnd, locale)} strong />
      </dl>
    </Card>
  );
}
