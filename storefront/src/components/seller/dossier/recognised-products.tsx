import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import type { DossierOptions } from "@/lib/dossier/types";

type Product = DossierOptions["products"][number];
type Props = { products: Product[]; chosen: string; error?: string; onChoose: (product: Product) => void };

/** The shop's recognised products that the chosen kind of dossier is open to. */
export function RecognisedProducts({ products, chosen, error, onChoose }: Props) {
  const t = useTranslations("dossier.new");
  const words = useTranslations("dossier.window");
  const locale = useLocale();
  if (products.length === 0) return <Notice title={t("noProducts")}>{t("noProductsText")}</Notice>;
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby="products-error">
      <legend className="mb-1 font-semibold">{t("product")}</legend>
      {products.map((product) => (
        <div key={product.ocop_product_id} className="flex flex-col gap-1">
          <label className="flex min-h-12 cursor-pointer gap-3 rounded border border-edge bg-card p-3 has-checked:border-tea-700 has-checked:bg-tea-100 has-disabled:opacity-60">
            <input
              type="radio"
              name="ocop_product_id"
              value={product.ocop_product_id}
              checked={chosen === product.ocop_product_id}
              disabled={product.open_dossier_id !== null}
              onChange={() => onChoose(product)}
              className="mt-1 size-5 shrink-0 accent-tea-700"
            />
            <span>
              <span className="font-semibold">{product.name}</span>
              <span className="block text-sm">
                {product.star ? t("hasStars", { star: product.star }) : null}
                {product.expires_on ? `, ${t("until", { date: formatDate(product.expires_on, locale) })}` : null}
              </span>
              {product.window ? (
                <span className="block text-sm">
                  {words(product.window.status, { opens: formatDate(product.window.opens_on, locale), closes: formatDate(product.window.closes_on, locale) })}
                </span>
              ) : null}
            </span>
          </label>
          {product.open_dossier_id ? (
            <Link href={`/ban-hang/ho-so/${product.open_dossier_id}`} className="inline-flex min-h-12 items-center self-start text-link">
              {t("openOther")}
            </Link>
          ) : null}
        </div>
      ))}
      <p id="products-error" role="alert" className="text-sm font-semibold text-brick-600 empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
