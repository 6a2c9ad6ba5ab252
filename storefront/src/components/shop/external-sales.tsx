import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/format/date";
import type { ExternalSale } from "@/lib/types";

/** Where else a recognised product is sold, and when an official looked there. The addresses are other people's: nothing is passed on to them. */
export function ExternalSales({ sales }: { sales: ExternalSale[] }) {
  const t = useTranslations("desk.sales");
  const locale = useLocale();
  if (sales.length === 0) return null;
  return (
    <section aria-labelledby="elsewhere" data-testid="external-sales">
      <h2 id="elsewhere">{t("title")}</h2>
      <ul>
        {sales.map((sale) => (
          <li key={sale.url}>
            <a href={sale.url} rel="noopener noreferrer nofollow ugc" target="_blank" className="inline-flex min-h-11 items-center text-link">
              {sale.platform_name}
            </a>{" "}
            <span className="text-sm text-ink-soft">{t("seen", { date: formatDate(sale.last_checked_on, locale) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
