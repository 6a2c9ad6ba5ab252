import { useLocale, useTranslations } from "next-intl";
import { SortArrow } from "@/components/official/sort-arrow";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { placeTitle } from "@/lib/format/place";
import { registerHref, type RegisterQuery, type SortColumn, sortLink } from "@/lib/official/register-query";
import type { RegisterEntry } from "@/lib/official/register-schemas";
import { StatusBadge } from "./status-badge";

const columns: (SortColumn | "listed")[] = ["name", "star", "status", "holds_until", "commune", "listed"];

/** One line per product. On a phone each line is a small card, so that nobody scrolls sideways. */
export function RegisterTable({ products, query, wholeCountry }: { products: RegisterEntry[]; query: RegisterQuery; wholeCountry: boolean }) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const sorted = (query.sort ?? "name").replace("-", "");
  const cell = "px-2 py-1 align-middle max-sm:block max-sm:p-0 sm:first:pl-0";
  return (
    <table className="w-full border-collapse text-sm max-sm:block" data-testid="register-table">
      <thead className="max-sm:sr-only">
        <tr className="border-b-2 border-indigo-800 text-left">
          {columns.map((column) => (
            <th key={column} scope="col" className="px-2 first:pl-0" aria-sort={sorted !== column ? undefined : query.sort?.startsWith("-") ? "descending" : "ascending"}>
              {column === "listed" ? (
                t("columns.listed")
              ) : (
                <Link href={registerHref(sortLink(column, query))} scroll={false} className="inline-flex min-h-11 items-center gap-1 font-semibold text-indigo-800">
                  {t(`columns.${column}`)}
                  {sorted === column ? <SortArrow down={query.sort?.startsWith("-") ?? false} /> : null}
                </Link>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {products.map((product) => {
          const place = product.commune ?? product.province;
          return (
            <tr key={product.id} data-testid={`entry-${product.id}`} className="border-b border-line max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:py-3">
              <th scope="row" className={`${cell} text-left font-normal max-sm:w-full`}>
                <Link href={`/dieu-hanh/so-dang-ky/${product.id}`} className="inline-flex min-h-11 items-center font-semibold text-link">
                  {product.name}
                </Link>
                {product.producer_name ? <span className="block text-ink-soft">{product.producer_name}</span> : null}
              </th>
              <td className={`${cell} whitespace-nowrap`}>{product.stars_given ? t("starsShort", { count: product.stars_given }) : ""}</td>
              <td className={cell}><StatusBadge status={product.status} /></td>
              <td className={`${cell} whitespace-nowrap`}>
                {product.holds_until ? (
                  <>
                    <span className="sm:hidden">{t("until")} </span>
                    {formatDate(product.holds_until, locale)}
                  </>
                ) : null}
              </td>
              <td className={cell}>
                {place ? placeTitle(place, locale) : ""}
                {wholeCountry && product.commune && product.province ? <span className="block text-ink-soft">{placeTitle(product.province, locale)}</span> : null}
              </td>
              <td className={cell}>
                {[product.listed_here ? t("listed.here") : "", product.listed_elsewhere ? t("listed.elsewhere") : ""].filter(Boolean).join(", ") || <span className="text-ink-soft">{t("listed.nowhere")}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
