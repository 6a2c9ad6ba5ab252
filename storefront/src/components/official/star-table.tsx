import { useLocale, useTranslations } from "next-intl";
import { Stars } from "@/components/ui/stars";
import { Link } from "@/i18n/link";
import { formatCount } from "@/lib/format/money";
import { productsHref } from "@/lib/official/product-query";
import { ratePercent } from "@/lib/official/rate-percent";
import type { ListingRate } from "@/lib/official/schemas";

/** The same figures by stars, the highest first. */
export function StarTable({ rate }: { rate: ListingRate }) {
  const t = useTranslations("official");
  const locale = useLocale();
  const { code } = rate.unit;
  const numeric = "px-1 text-right whitespace-nowrap sm:px-2";
  const link = "inline-flex min-h-11 min-w-11 items-center justify-end underline decoration-line underline-offset-4 print:min-h-0";
  const rows = [...rate.stars].sort((a, b) => b.stars - a.stars);
  return (
    <section>
      <h2>{t("stars.title")}</h2>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b-2 border-indigo-800 text-sm">
            <th scope="col" className="py-2 text-left">
              {t("stars.stars")}
            </th>
            <th scope="col" className={numeric}>
              {t("communes.recognised")}
            </th>
            <th scope="col" className={numeric}>
              {t("communes.listed")}
            </th>
            <th scope="col" className={numeric}>
              {t("communes.rate")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.stars} data-testid={`stars-${row.stars}`} className="border-b border-line">
              <th scope="row" className="text-left font-normal">
                <span className="max-sm:hidden">
                  <Stars count={row.stars} />
                </span>
                <span className="sm:hidden">{t("stars.one", { count: row.stars })}</span>
              </th>
              <td className={numeric}>
                <Link href={productsHref(code, { stars: row.stars })} className={link}>
                  {formatCount(row.recognised, locale)}
                </Link>
              </td>
              <td className={numeric}>
                <Link href={productsHref(code, { stars: row.stars, listed: "true" })} className={link}>
                  {formatCount(row.listed, locale)}
                </Link>
              </td>
              <td className={`${numeric} font-semibold`}>
                {row.rate_percent === null ? "" : ratePercent(row.rate_percent, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
