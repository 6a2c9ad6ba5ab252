import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { formatVnd } from "@/lib/format/money";
import { owedToMarket, type Earnings } from "@/lib/seller/earnings";

/** What the market owes the shop today, and what the shop owes it. */
export async function EarningsOverview({ now }: { now: Earnings["now"] }) {
  const [t, locale] = await Promise.all([getTranslations("seller.earnings"), getLocale()]);
  const rest = [
    ["held", now.held_vnd],
    ["inTransit", now.in_transit_vnd],
    ["owed", owedToMarket(now)],
  ] as const;
  return (
    <Card className="flex flex-col gap-1" data-testid="earnings-now">
      <h2 className="font-semibold">{t("payable")}</h2>
      <p className="text-3xl font-bold text-tea-700">{formatVnd(Math.max(0, now.payable_vnd), locale)}</p>
      <p className="text-sm text-ink-soft">{t("payableHint")}</p>
      <dl>
        {rest.map(([name, amount]) =>
          amount > 0 ? (
            <div key={name} className="flex min-h-11 items-center justify-between gap-3 border-t border-line py-2">
              <dt>{t(name)}</dt>
              <dd className="font-semibold whitespace-nowrap">{formatVnd(amount, locale)}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {now.payable_vnd < 0 ? (
        <p className="text-sm text-ink-soft" data-testid="earnings-too-much">
          {t("tooMuch", { amount: formatVnd(-now.payable_vnd, locale) })}
        </p>
      ) : null}
    </Card>
  );
}
