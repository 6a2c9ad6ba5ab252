import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { formatVnd } from "@/lib/format/money";
import type { AgainLine } from "@/lib/shop/order-again";

/** What was ordered, and what of it can be had today at which price. */
export function AgainLines({ plan }: { plan: AgainLine[] }) {
  const t = useTranslations("shop.again");
  const locale = useLocale();
  const total = plan.reduce((sum, { now }) => sum + (now ? now.quantity * now.priceVnd : 0), 0);
  return (
    <>
      <ul className="flex flex-col">
        {plan.map((line, index) => (
          <li key={line.handle ?? index} className="border-b border-line py-3 first:pt-0" data-testid="again-line" data-quantity={line.now?.quantity ?? 0}>
            <AgainRow line={line} />
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 pt-3 font-semibold">
        <span>{t("goods")}</span>
        <span data-testid="again-total" data-amount={total} className="whitespace-nowrap">
          {formatVnd(total, locale)}
        </span>
      </p>
    </>
  );
}

function AgainRow({ line: { handle, title, wanted, priceThenVnd, now } }: { line: AgainLine }) {
  const t = useTranslations("shop.again");
  const locale = useLocale();
  const has = now !== null && now.quantity > 0;
  const note = "text-sm font-semibold text-brick-600";
  return (
    <>
      <p className="flex items-baseline justify-between gap-4">
        <span className={has ? "" : "text-ink-soft line-through"}>
          {has ? now.quantity : wanted} × {handle && now ? <Link href={`/san-pham/${handle}`} className="inline-flex min-h-11 items-center text-link">{title}</Link> : title}
        </span>
        {has ? <span className="whitespace-nowrap">{formatVnd(now.quantity * now.priceVnd, locale)}</span> : null}
      </p>
      {now === null ? <p className={note}>{t("gone")}</p> : null}
      {now?.quantity === 0 ? <p className={note}>{t("soldOut")}</p> : null}
      {has && now.quantity < wanted ? <p className={note}>{t("fewer", { wanted, left: now.quantity })}</p> : null}
      {has && now.priceVnd !== priceThenVnd ? (
        <p className="text-sm font-semibold" data-testid="again-price">
          {t(now.priceVnd > priceThenVnd ? "dearer" : "cheaper", { before: formatVnd(priceThenVnd, locale), today: formatVnd(now.priceVnd, locale) })}
        </p>
      ) : null}
    </>
  );
}
