import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { type ProductQuery, productsHref } from "@/lib/official/product-query";

export function Paging({ unitCode, query, pages }: { unitCode: string; query: ProductQuery; pages: number }) {
  const t = useTranslations("official.products");
  if (pages === 1 && query.page === 1) return null;
  return (
    <nav aria-label={t("paging")} className="screen-only flex flex-wrap items-center gap-4">
      {query.page > 1 ? (
        <ButtonLink variant="secondary" href={productsHref(unitCode, { ...query, page: Math.min(query.page - 1, pages) })}>
          {t("previous")}
        </ButtonLink>
      ) : null}
      <span>{t("page", { page: query.page, pages })}</span>
      {query.page < pages ? (
        <ButtonLink variant="secondary" href={productsHref(unitCode, { ...query, page: query.page + 1 })}>
          {t("next")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
