import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import type { CountedProduct } from "@/lib/official/schemas";

const head = "px-2 py-2 text-left align-bottom first:pl-0";
const cell = "px-2 py-2 align-top first:pl-0";

/** Wider than a phone: it scrolls sideways in its own box there, and fits on paper. */
export function ProductTable({ products }: { products: CountedProduct[] }) {
  const t = useTranslations("official.products");
  const locale = useLocale();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("product")}>
      <table className="w-full min-w-3xl border-collapse text-sm print:min-w-0">
        <thead>
          <tr className="border-b-2 border-indigo-800">
            <th scope="col" className={head}>{t("product")}</th>
            <th scope="col" className={head}>{t("producer")}</th>
            <th scope="col" className={head}>{t("stars")}</th>
            <th scope="col" className={head}>{t("commune")}</th>
            <th scope="col" className={head}>{t("expires")}</th>
            <th scope="col" className={head}>{t("certificate")}</th>
            <th scope="col" className={head}>{t("onSale")}</th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.ocop_product_id} data-testid={`counted-${product.ocop_product_id}`} className="border-b border-line">
              <th scope="row" className={`${cell} text-left font-semibold`}>{product.name}</th>
              <td className={cell}>{product.producer_name}</td>
              <td className={cell}>{product.stars}</td>
              <td className={cell}>{product.commune?.name}</td>
              <td className={`${cell} whitespace-nowrap`}>{product.expires_on ? formatDate(product.expires_on, locale) : null}</td>
              <td className={cell}>
                {product.certificate_code ? (
                  <Link href={`/xac-thuc/${encodeURIComponent(product.certificate_code)}`} className="whitespace-nowrap text-link">
                    {product.certificate_code}
                  </Link>
                ) : null}
              </td>
              <td className={cell}>
                {product.listings.length === 0 ? <span className="text-ink-soft">{t("notOnSale")}</span> : null}
                {product.listings.map((listing) => (
                  <Link key={listing.handle} href={`/san-pham/${listing.handle}`} className="block text-link">
                    {listing.title}
                  </Link>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
