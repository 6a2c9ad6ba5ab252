import { getLocale, getTranslations } from "next-intl/server";
import { EarningsLine } from "@/components/seller/earnings-line";
import { Card } from "@/components/ui/card";
import { formatDate } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { Earnings } from "@/lib/seller/earnings";

/** What the market collected for the shop without an order of its own, e.g. a deposit another site of the operator asked for. */
export async function EarningsCharges({ charges }: { charges: Earnings["charges"] }) {
  if (charges.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("seller.earnings"), getLocale()]);
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("charges")}</h2>
      <p className="text-sm text-ink-soft">{t("chargesHint")}</p>
      <ul className="flex flex-col gap-3">
        {charges.map((charge) => (
          <li key={charge.payment_intent}>
            <Card data-testid={`earnings-${charge.payment_intent}`}>
              <div className="flex items-baseline justify-between gap-3">
                <h3 className="min-w-0 font-semibold break-words">{charge.description ?? t("charge")}</h3>
                <span className="text-sm whitespace-nowrap text-ink-soft">{formatDate(charge.day, locale)}</span>
              </div>
              <p className="text-sm text-ink-soft">{t("collected")}</p>
              <p className="text-sm break-all text-ink-soft">{t("chargeCode", { code: charge.payment_intent })}</p>
              <dl className="mt-2">
                <EarningsLine name={t("gross_vnd")} amount={formatVnd(charge.gross_vnd, locale)} />
                {charge.fee_vnd !== 0 ? <EarningsLine name={t("fee_vnd")} amount={formatVnd(-charge.fee_vnd, locale)} soft /> : null}
                {charge.refund_vnd !== 0 ? <EarningsLine name={t("refund_vnd")} amount={formatVnd(-charge.refund_vnd, locale)} soft /> : null}
                <EarningsLine name={t("net_vnd")} amount={formatVnd(charge.net_vnd, locale)} strong />
              </dl>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
