import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { formatCount } from "@/lib/format/money";
import { placeName } from "@/lib/format/place";
import { Link } from "@/i18n/link";
import { searchListings } from "@/lib/shop/catalogue";
import { readFilters, searchHref } from "@/lib/shop/search-filters";
import type { Unit } from "@/lib/types";
import { ProductGrid } from "./product-card";

/** What is on sale from a province, or from one commune of it. */
export async function RegionPage({ province, commune, communes }: { province: Unit; commune: Unit | null; communes: Unit[] }) {
  const [t, locale] = await Promise.all([getTranslations("shop.region"), getLocale()]);
  const filters = { ...readFilters({}), province: province.code, commune: commune?.code ?? "" };
  const result = await searchListings(filters, locale);
  const name = placeName(commune ?? province, locale);
  return (
    <>
      <IllustrativeBanner show={result.listings.some((listing) => listing.illustrative)} />
      {commune ? (
        <p>
          <Link href={`/vung/${province.code}`} className="inline-flex min-h-11 items-center text-link">
            {t("up", { name: placeName(province, locale) })}
          </Link>
        </p>
      ) : null}
      <h1>{t("title", { name })}</h1>
      <p className="mb-5 text-ink-soft">{t("count", { count: result.count, shown: formatCount(result.count, locale) })}</p>
      <ProductGrid listings={result.listings} headingLevel={2} />
      {result.count > result.listings.length ? (
        <p className="mt-6">
          <ButtonLink href={searchHref(filters)} variant="secondary">
            {t("all")}
          </ButtonLink>
        </p>
      ) : null}
      {!commune && communes.length > 0 ? (
        <details className="mt-8 rounded border border-line bg-card px-4 py-1">
          <summary className="flex min-h-11 items-center font-semibold">{t("communes")}</summary>
          <ul className="gap-x-6 pb-3 sm:columns-2 lg:columns-3">
            {communes.map((one) => (
              <li key={one.code}>
                <Link href={`/vung/${province.code}/${one.code}`} className="inline-flex min-h-11 items-center text-link">
                  {one.full_name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
