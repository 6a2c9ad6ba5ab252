import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { placeTitle } from "@/lib/format/place";
import { askListingRate, askProducts, loadMe } from "@/lib/official/load";
import { pageSize, type ProductQuery, productsHref } from "@/lib/official/product-query";
import { Forbidden } from "./forbidden";
import { Paging } from "./paging";
import { ProductFilters } from "./product-filters";
import { ProductTable } from "./product-table";

/** The very products a figure counts. */
export async function CountedProducts({ unitCode, query }: { unitCode: string; query: ProductQuery }) {
  const here = productsHref(unitCode, query);
  const filter = { listed: query.listed, stars: query.stars, limit: pageSize, offset: (query.page - 1) * pageSize };
  const [t, locale, me, rate, answer] = await Promise.all([
    getTranslations("official.products"),
    getLocale(),
    loadMe(here),
    askListingRate(unitCode, here),
    askProducts(unitCode, filter, here),
  ]);
  if (!answer.ok && answer.status === 403) return <Forbidden ownUnit={me.unit} />;
  if (!answer.ok && answer.status === 404) notFound();
  if (!answer.ok || !rate.ok) throw new Error(`products of ${unitCode} could not be read`);
  const { products, count } = answer.data;
  const unit = placeTitle(rate.data.unit, locale);
  return (
    <>
      <IllustrativeBanner show={products.some((product) => product.illustrative) || rate.data.illustrative} />
      <header className="flex flex-col gap-1">
        <Link
          href={me.unit?.code === unitCode ? "/dieu-hanh" : `/dieu-hanh/${unitCode}`}
          className="screen-only inline-flex min-h-11 items-center self-start text-link"
        >
          {t("back", { unit })}
        </Link>
        <h1 className="text-indigo-800">{t("title", { unit })}</h1>
        <p data-testid="product-count" data-count={count}>
          {t("count", { count })}
        </p>
      </header>
      <ProductFilters unitCode={unitCode} query={query} />
      {products.length === 0 ? <Message title={t("empty")} /> : <ProductTable products={products} />}
      <Paging unitCode={unitCode} query={query} pages={Math.max(1, Math.ceil(count / pageSize))} />
    </>
  );
}
