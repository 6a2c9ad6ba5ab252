import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/link";
import { formatDate, formatDateTime } from "@/lib/format/date";
import { formatCount, formatVnd } from "@/lib/format/money";
import type { EvidenceVerdict } from "@/lib/shop/evidence";
import { Facts } from "./facts";

type Props = { verdict: EvidenceVerdict & { statement: NonNullable<EvidenceVerdict["statement"]> } };

/** The figures as they were signed, to be held against those on the paper. */
export async function EvidenceDetails({ verdict: { statement, product, sales, key_id } }: Props) {
  const [t, locale] = await Promise.all([getTranslations("shop.evidence"), getLocale()]);
  const { period, issued_at, orders, quantity, revenue_vnd, provinces } = statement;
  const link = (href: string, text: string) => (
    <Link href={href} className="text-link">
      {text}
    </Link>
  );
  return (
    <>
      <Facts
        facts={[
          { term: t("product"), value: product ? (product.on_sale ? link(`/san-pham/${product.handle}`, product.title) : product.title) : null },
          { term: t("shop"), value: product ? link(`/gian-hang/${product.seller.handle}`, product.seller.name) : null },
          { term: t("period"), value: t("periodText", { from: formatDate(period.from, locale), to: formatDate(period.to, locale) }) },
          { term: t("orders"), value: formatCount(orders, locale) },
          { term: t("quantity"), value: formatCount(quantity, locale) },
          { term: t("revenue"), value: formatVnd(revenue_vnd, locale) },
          { term: t("provinces"), value: formatCount(provinces, locale) },
          { term: t("places"), value: sales?.provinces.join(", ") },
          { term: t("issued"), value: formatDateTime(issued_at, locale) },
          { term: t("key"), value: key_id },
        ]}
      />
      {sales ? (
        <section aria-labelledby="months">
          <h2 id="months">{t("months")}</h2>
          <div className="overflow-x-auto">
            <table className="w-full text-right">
              <thead>
                <tr className="border-b border-line text-sm text-ink-soft">
                  {(["month", "orders", "quantity", "revenue"] as const).map((column) => (
                    <th key={column} scope="col" className="px-1 py-1.5 font-normal first:text-left">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sales.months.map((month) => (
                  <tr key={month.month} className="border-b border-line">
                    <th scope="row" className="px-1 py-1.5 text-left font-normal">
                      {month.month.split("-").reverse().join("/")}
                    </th>
                    <td className="px-1">{formatCount(month.orders, locale)}</td>
                    <td className="px-1">{formatCount(month.quantity, locale)}</td>
                    <td className="px-1 whitespace-nowrap">{formatVnd(month.revenue_vnd, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ) : null}
      <p className="text-sm text-ink-soft">{t("basis")}</p>
    </>
  );
}
