import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { formatDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { productsHref } from "@/lib/official/product-query";
import { ratePercent } from "@/lib/official/rate-percent";
import type { ListingRate } from "@/lib/official/schemas";
import { localeHref } from "@/i18n/locale-href";

/** The one figure in 72 px, what it is made of beside it, and when it was true. */
export function RateFigure({ rate }: { rate: ListingRate }) {
  const t = useTranslations("official.rate");
  const desk = useTranslations("desk.rate");
  const locale = useLocale();
  const { code } = rate.unit;
  const number = "text-3xl font-bold text-indigo-800 underline decoration-1 underline-offset-4";
  return (
    <section className="flex flex-col gap-3">
      <p>{t("what")}</p>
      <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
        <p
          data-testid="listing-rate"
          data-rate={rate.rate_percent ?? ""}
          className="text-[72px] leading-none font-bold tracking-tight whitespace-nowrap text-indigo-800"
        >
          {rate.rate_percent === null ? t("none") : ratePercent(rate.rate_percent, locale)}
        </p>
        <dl className="flex gap-8">
          <div className="flex flex-col">
            <dt className="order-2 text-sm text-ink-soft">{t("listed")}</dt>
            <dd>
              <Link href={productsHref(code, { listed: "true" })} data-testid="listed" className={number}>
                {formatCount(rate.listed, locale)}
              </Link>
            </dd>
          </div>
          <div className="flex flex-col">
            <dt className="order-2 text-sm text-ink-soft">{t("recognised")}</dt>
            <dd>
              <Link href={productsHref(code, {})} data-testid="recognised" className={number}>
                {formatCount(rate.recognised, locale)}
              </Link>
            </dd>
          </div>
        </dl>
      </div>
      <p className="text-sm" data-testid="listed-elsewhere" data-elsewhere={rate.listed_elsewhere} data-anywhere={rate.listed_anywhere}>
        {desk("elsewhere", { count: formatCount(rate.listed_elsewhere, locale) })}
        {rate.anywhere_percent === null ? "" : ` · ${desk("anywhere", { count: formatCount(rate.listed_anywhere, locale), rate: ratePercent(rate.anywhere_percent, locale) })}`}
      </p>
      <p className="text-sm text-ink-soft">
        {t("asOf", { time: formatDateTime(rate.as_of, locale) })}
        {rate.without_commune ? ` · ${t("withoutCommune", { count: rate.without_commune })}` : ""}
      </p>
      <p className="screen-only flex flex-wrap gap-x-6 text-sm">
        <Link href={productsHref(code, { listed: "false" })} className="inline-flex min-h-11 items-center text-link">
          {formatCount(rate.recognised - rate.listed, locale)} {t("notListed")}
        </Link>
        <a href={localeHref(locale, `/dieu-hanh/${code}/csv`)} download className="inline-flex min-h-11 items-center text-link">
          {t("download")}
        </a>
      </p>
    </section>
  );
}
