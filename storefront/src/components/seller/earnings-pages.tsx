import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EARNINGS_PAGE, earningsHref } from "@/lib/seller/earnings";

/** The newer and the older part of the same days; nothing where they all stand on one page. Plain links, which need no scripts. */
export async function EarningsPages({ count, days, page }: { count: number; days: Record<string, string>; page: number }) {
  const t = await getTranslations("seller.earnings");
  const pages = Math.max(1, Math.ceil(count / EARNINGS_PAGE));
  if (pages === 1 && page === 1) return null;
  return (
    <nav aria-label={t("paging")} className="grid grid-cols-2 items-center gap-3" data-testid="earnings-pages">
      <p className="col-span-2 text-center text-ink-soft">{page > pages ? t("noSuchPage") : t("page", { page, pages })}</p>
      {page > 1 ? (
        <ButtonLink variant="secondary" href={earningsHref(days, Math.min(page - 1, pages))}>
          {t("newer")}
        </ButtonLink>
      ) : (
        <span />
      )}
      {page < pages ? (
        <ButtonLink variant="secondary" href={earningsHref(days, page + 1)}>
          {t("older")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
