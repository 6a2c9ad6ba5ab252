import { useLocale, useTranslations } from "next-intl";
import { formatVnd } from "@/lib/format/money";
import type { PricePerUnit } from "@/lib/types";

type Props = { amountVnd: number; perUnit?: PricePerUnit | null; unit?: string; large?: boolean };

/** What it costs, and what a kilo or a litre of it costs, so that packets can be compared. */
export function Price({ amountVnd, perUnit, unit, large = false }: Props) {
  const locale = useLocale();
  const t = useTranslations("common.units");
  return (
    <p className="leading-snug">
      <span className={`font-bold ${large ? "text-2xl" : "text-lg"}`}>{formatVnd(amountVnd, locale)}</span>
      {unit ? <span className="whitespace-nowrap text-ink-soft"> / {unit}</span> : null}
      {perUnit ? (
        <span className="block text-sm text-ink-soft">
          {formatVnd(perUnit.amount_vnd, locale)} / {t(perUnit.per)}
        </span>
      ) : null}
    </p>
  );
}
