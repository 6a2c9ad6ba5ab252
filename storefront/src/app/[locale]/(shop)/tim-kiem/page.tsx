import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActiveFilters } from "@/components/shop/active-filters";
import { ProductGrid } from "@/components/shop/product-card";
import { SearchBox } from "@/components/shop/search-box";
import { SearchFilterPanel } from "@/components/shop/search-filter-panel";
import { SearchPages } from "@/components/shop/search-pages";
import { ButtonLink } from "@/components/ui/button";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { formatCount } from "@/lib/format/money";
import { shorten } from "@/lib/format/shorten";
import { searchListings } from "@/lib/shop/catalogue";
import { listProvinces } from "@/lib/shop/places";
import { readFilters } from "@/lib/shop/search-filters";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Of a search in the page's title, in characters. */
const longestQuery = 60;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("shop.search");
  const { q } = readFilters(await searchParams);
  return { title: q ? t("titleFor", { q: shorten(q, longestQuery) }) : t("title"), robots: { index: !q } };
}

export default async function SearchPage({ searchParams }: Props) {
  const [t, locale] = await Promise.all([getTranslations("shop.search"), getLocale()]);
  const filters = readFilters(await searchParams);
  const result = await searchListings(filters, locale);
  const nothing = result.count === 0;
  const suggestions = nothing ? (await searchListings({ ...readFilters({}), sort: "newest" }, locale)).listings.slice(0, 4) : [];
  const provinceName = (filters.province && (await listProvinces(locale)).find(({ code }) => code === filters.province)?.name) || "";
  const keep = { stars: filters.stars.join(","), province: filters.province, gi: filters.gi ? "1" : "", sort: filters.sort === "relevance" ? "" : filters.sort };
  return (
    <>
      <IllustrativeBanner show={[...result.listings, ...suggestions].some((listing) => listing.illustrative)} />
      <h1 className="sr-only">{filters.q ? t("titleFor", { q: shorten(filters.q, longestQuery) }) : t("title")}</h1>
      <div className="mb-4 max-w-2xl">
        <SearchBox key={filters.q} q={filters.q} keep={keep} />
      </div>
      <div className="gap-8 lg:flex lg:items-start">
        <SearchFilterPanel filters={filters} facets={result.facets} />
        <section aria-labelledby="result-count" className="min-w-0 grow">
          <h2 id="result-count" data-testid="result-count" data-count={result.count} className="mb-3 text-base">
            {t("count", { count: result.count, shown: formatCount(result.count, locale) })}
          </h2>
          <ActiveFilters filters={filters} provinceName={provinceName} />
          {nothing ? (
            <>
              <Message title={t("emptyTitle")} text={t("emptyText")}>
                <ButtonLink href="/tim-kiem" variant="secondary">
                  {t("emptyAll")}
                </ButtonLink>
              </Message>
              <ProductGrid listings={suggestions} />
            </>
          ) : (
            <ProductGrid listings={result.listings} />
          )}
          <SearchPages filters={filters} count={result.count} />
        </section>
      </div>
    </>
  );
}
