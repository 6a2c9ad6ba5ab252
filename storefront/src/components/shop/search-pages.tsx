import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatCount } from "@/lib/format/money";
import { pageSize, searchHref, type SearchFilters } from "@/lib/shop/search-filters";

export function SearchPages({ filters, count }: { filters: SearchFilters; count: number }) {
  const t = useTranslations("shop.search");
  const locale = useLocale();
  const pages = Math.ceil(count / pageSize);
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("pages")} className="mt-8 flex flex-wrap items-center justify-center gap-3">
      {filters.page > 1 ? (
        <ButtonLink href={searchHref(filters, { page: filters.page - 1 })} variant="secondary" rel="prev">
          {t("previous")}
        </ButtonLink>
      ) : null}
      <span className="text-sm text-ink-soft">
        {t("page", { page: formatCount(filters.page, locale), pages: formatCount(pages, locale) })}
      </span>
      {filters.page < pages ? (
        <ButtonLink href={searchHref(filters, { page: filters.page + 1 })} variant="secondary" rel="next">
          {t("next")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
