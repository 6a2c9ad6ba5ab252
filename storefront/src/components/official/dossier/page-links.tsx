import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { type DossierQuery, dossiersHref } from "@/lib/official/dossier/query";

export function PageLinks({ query, pages }: { query: DossierQuery; pages: number }) {
  const t = useTranslations("official.products");
  if (pages === 1 && query.page === 1) return null;
  const to = (page: number, label: string) => (
    <ButtonLink variant="secondary" href={dossiersHref({ ...query, page })}>
      {label}
    </ButtonLink>
  );
  return (
    <nav aria-label={t("paging")} className="screen-only flex flex-wrap items-center gap-4">
      {query.page > 1 ? to(Math.min(query.page - 1, pages), t("previous")) : null}
      <span>{t("page", { page: query.page, pages })}</span>
      {query.page < pages ? to(query.page + 1, t("next")) : null}
    </nav>
  );
}
