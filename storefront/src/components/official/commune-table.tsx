import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { formatCount } from "@/lib/format/money";
import { productsHref } from "@/lib/official/product-query";
import { ratePercent } from "@/lib/official/rate-percent";
import type { ListingRate } from "@/lib/official/schemas";
import { type Sort, sortColumns, sortCommunes, sortLink } from "@/lib/official/table-sort";
import { SortArrow } from "./sort-arrow";

type Props = { rate: ListingRate; sort: Sort; here: string };

/** The league table. Headings sort by link, names drill down, every number opens the list it counts. */
export function CommuneTable({ rate, sort, here }: Props) {
  const t = useTranslations("official.communes");
  const locale = useLocale();
  const numeric = "px-1 text-right whitespace-nowrap sm:px-2";
  const link = "inline-flex min-h-11 min-w-11 items-center print:min-h-0";
  return (
    <section>
      <h2>{t("title")}</h2>
      {rate.communes.length === 0 ? (
        <p className="text-ink-soft">{t("empty")}</p>
      ) : (
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-b-2 border-indigo-800 text-left text-xs sm:text-sm">
              {sortColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sort.by !== column ? undefined : sort.descending ? "descending" : "ascending"}
                  className={column === "name" ? "" : numeric}
                >
                  <Link
                    href={`${here}?sort=${sortLink(column, sort)}`}
                    scroll={false}
                    aria-label={t("sortBy", { column: t(column) })}
                    className={`${link} gap-1 font-semibold text-indigo-800`}
                  >
                    {t(column)}
                    {sort.by === column ? <SortArrow down={sort.descending} /> : null}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sortCommunes(rate.communes, sort).map((commune) => (
              <tr key={commune.code} data-testid={`commune-${commune.code}`} className="border-b border-line">
                <th scope="row" className="text-left font-normal">
                  <Link href={`/dieu-hanh/${commune.code}`} className={`${link} text-link`}>
                    {commune.name}
                  </Link>
                </th>
                <td className={numeric}>
                  <Link href={productsHref(commune.code, {})} className={`${link} justify-end underline decoration-line underline-offset-4`}>
                    {formatCount(commune.recognised, locale)}
                  </Link>
                </td>
                <td className={numeric}>
                  <Link
                    href={productsHref(commune.code, { listed: "true" })}
                    className={`${link} justify-end underline decoration-line underline-offset-4`}
                  >
                    {formatCount(commune.listed, locale)}
                  </Link>
                </td>
                <td className={`${numeric} font-semibold`}>
                  {commune.rate_percent === null ? "" : ratePercent(commune.rate_percent, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
