import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatCount } from "@/lib/format/money";

type Props = { page: number; pages: number; hrefOf: (page: number) => string };

/** To the page before and the one after; nothing where there is but one. */
export function PageLinks({ page, pages, hrefOf }: Props) {
  const t = useTranslations("shop.search");
  const locale = useLocale();
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("pages")} className="mt-8 flex flex-wrap items-center justify-center gap-3">
      {page > 1 ? (
        <ButtonLink href={hrefOf(page - 1)} variant="secondary" rel="prev">
          {t("previous")}
        </ButtonLink>
      ) : null}
      <span className="text-sm text-ink-soft">{t("page", { page: formatCount(page, locale), pages: formatCount(pages, locale) })}</span>
      {page < pages ? (
        <ButtonLink href={hrefOf(page + 1)} variant="secondary" rel="next">
          {t("next")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
