import { getLocale, getTranslations } from "next-intl/server";
import { HowTrustWorks } from "@/components/shop/how-trust-works";
import { ProductGrid } from "@/components/shop/product-card";
import { SearchBox } from "@/components/shop/search-box";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Link } from "@/i18n/link";
import { formatCount } from "@/lib/format/money";
import { searchListings } from "@/lib/shop/catalogue";
import { readFilters } from "@/lib/shop/search-filters";

export default async function HomePage() {
  const locale = await getLocale();
  const [t, { listings, facets }] = await Promise.all([
    getTranslations("shop.home"),
    searchListings({ ...readFilters({}), sort: "newest" }, locale),
  ]);
  const newest = listings.slice(0, 8);
  return (
    <>
      <IllustrativeBanner show={newest.some((listing) => listing.illustrative)} />
      <section className="max-w-2xl py-4 sm:py-8">
        <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="mt-2 mb-5 text-ink-soft">{t("lead")}</p>
        <SearchBox />
      </section>

      {facets.provinces.length > 0 ? (
        <section aria-labelledby="regions" className="mb-8">
          <h2 id="regions" className="mb-2">
            {t("regions")}
          </h2>
          <ul className="flex flex-wrap gap-2">
            {facets.provinces.map((province) => (
              <li key={province.code}>
                <Link href={`/vung/${province.code}`} className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-card px-4">
                  {province.name}
                  <span className="text-sm text-ink-soft">{formatCount(province.count, locale)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}

      <section aria-labelledby="newest">
        <div className="mb-3 flex items-center justify-between gap-4">
          <h2 id="newest">{t("newest")}</h2>
          <Link href="/tim-kiem" className="inline-flex min-h-11 items-center text-link">
            {t("all")}
          </Link>
        </div>
        {newest.length > 0 ? <ProductGrid listings={newest} /> : <p className="text-ink-soft">{t("empty")}</p>}
      </section>

      <HowTrustWorks />
    </>
  );
}
