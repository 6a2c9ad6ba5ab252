import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatVnd } from "@/lib/format/money";
import type { ShippingSettings } from "@/lib/seller/tariff-schema";

/** What a parcel of two kilograms costs to places everybody knows. */
export function TariffExamples({ examples }: { examples: ShippingSettings["examples"] }) {
  const t = useTranslations("seller.shipping");
  const locale = useLocale();
  const kilograms = (examples[0]?.grams ?? 0) / 1000;
  return (
    <Card data-testid="tariff-examples">
      <h2 className="text-base">{t("examples", { kg: kilograms })}</h2>
      <ul>
        {examples.map(({ place, quote }) => (
          <li key={place} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2 first:border-t-0">
            <span>{place}</span>
            {quote.deliverable ? (
              <span className="text-right">
                <strong className="font-semibold">{quote.fee_vnd === 0 ? t("free") : formatVnd(quote.fee_vnd, locale)}</strong>
                <span className="block text-sm text-ink-soft">{t("days", quote.days)}</span>
              </span>
            ) : (
              <span className="text-ink-soft">{t(`not.${quote.reason}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
