import { useLocale, useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { formatCount } from "@/lib/format/money";
import { searchHref, sorts, toggleStar, type SearchFilters } from "@/lib/shop/search-filters";
import type { SearchResult } from "@/lib/types";

type Props = { filters: SearchFilters; facets: SearchResult["facets"] };
type ChoiceProps = { href: string; chosen: boolean; label: string; count?: number; testId?: string };

function Choice({ href, chosen, label, count, testId }: ChoiceProps) {
  const locale = useLocale();
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        aria-current={chosen ? "true" : undefined}
        data-testid={testId}
        className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-card px-3.5 text-sm aria-[current=true]:border-tea-700 aria-[current=true]:bg-tea-100 aria-[current=true]:font-semibold aria-[current=true]:text-tea-700"
      >
        {chosen ? <Icon name="check" className="size-4" /> : null}
        {label}
        {count === undefined ? null : <span className="text-ink-soft">{formatCount(count, locale)}</span>}
      </Link>
    </li>
  );
}

/** Every choice is a link to the narrowed search, so it works without scripts and can be shared. */
export function SearchFilterPanel({ filters, facets }: Props) {
  const t = useTranslations("shop.search");
  const starCount = new Map(facets.stars.map(({ value, count }) => [Number(value), count]));
  const stars = [5, 4, 3].filter((star) => starCount.get(star) || filters.stars.includes(star));
  const anything = filters.stars.length > 0 || filters.province || filters.commune || filters.gi;
  const heading = "mt-4 mb-2 text-sm font-semibold text-ink-soft";
  const row = "flex flex-wrap gap-2";
  return (
    <Fold aside title={t("filters")} data-testid="filters">
      <div className="pb-4">
        {stars.length > 0 ? (
          <>
            <h2 className={heading}>{t("stars")}</h2>
            <ul className={row}>
              {stars.map((star) => (
                <Choice
                  key={star}
                  href={searchHref(filters, { stars: toggleStar(filters, star) })}
                  chosen={filters.stars.includes(star)}
                  label={t("starsOption", { star })}
                  count={starCount.get(star)}
                  testId={`filter-stars-${star}`}
                />
              ))}
            </ul>
          </>
        ) : null}
        <ul className={`${row} mt-2`}>
          <Choice href={searchHref(filters, { gi: !filters.gi })} chosen={filters.gi} label={t("gi")} testId="filter-gi" />
        </ul>
        {facets.provinces.length > 0 ? (
          <>
            <h2 className={heading}>{t("provinces")}</h2>
            <ul className={row}>
              {facets.provinces.map(({ code, name, count }) => (
                <Choice
                  key={code}
                  href={searchHref(filters, { province: filters.province === code ? "" : code, commune: "" })}
                  chosen={filters.province === code}
                  label={name}
                  count={count}
                  testId={`filter-province-${code}`}
                />
              ))}
            </ul>
          </>
        ) : null}
        <h2 className={heading}>{t("sort")}</h2>
        <ul className={row}>
          {sorts.map((sort) => (
            <Choice key={sort} href={searchHref(filters, { sort })} chosen={filters.sort === sort} label={t(`sortBy.${sort}`)} testId={`sort-${sort}`} />
          ))}
        </ul>
        {anything ? (
          <p className="mt-3">
            <Link href={searchHref({ ...filters, stars: [], province: "", commune: "", gi: false })} className="inline-flex min-h-11 items-center text-link">
              {t("clear")}
            </Link>
          </p>
        ) : null}
      </div>
    </Fold>
  );
}
