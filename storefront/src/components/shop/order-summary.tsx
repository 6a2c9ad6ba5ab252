import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatVnd } from "@/lib/format/money";
import type { CartPreview } from "@/lib/types";

/** What is bought from whom, what sending it costs, and the sum the buyer will pay. */
export function OrderSummary({ cart, settled: addressed }: { cart: CartPreview; settled: boolean }) {
  // A total without somebody's shipping would be no total.
  const settled = addressed && cart.shipping_vnd !== null;
  const t = useTranslations("shop.checkout");
  const tc = useTranslations("shop.cart");
  const locale = useLocale();
  const row = "flex items-baseline justify-between gap-4";
  return (
    <Card aria-labelledby="summary" className="max-lg:order-first">
      <h2 id="summary" className="mb-2">
        {t("summary")}
      </h2>
      {cart.sellers.map((part) => (
        <div key={part.seller.id} data-testid="summary-seller" className="border-t border-line py-3">
          <h3 className="mb-1 text-base">{part.seller.name}</h3>
          <ul className="text-sm">
            {part.lines.map((line) => (
              <li key={line.id} className={row}>
                <span>
                  {line.quantity} × {line.title}
                </span>
                <span className="whitespace-nowrap">{formatVnd(line.total_vnd, locale)}</span>
              </li>
            ))}
            {settled && part.shipping_vnd !== null ? (
              <li className={`${row} text-ink-soft`} data-testid="shipping" data-amount={part.shipping_vnd}>
                <span>{t("shipping")}</span>
                <span className="whitespace-nowrap">{formatVnd(part.shipping_vnd, locale)}</span>
              </li>
            ) : null}
            {settled && part.delivery?.deliverable ? <li className="text-ink-soft">{tc("days", part.delivery.days)}</li> : null}
          </ul>
        </div>
      ))}
      <p className={`${row} border-t border-line pt-3`}>
        <span>{settled ? t("total") : t("items")}</span>
        <strong data-testid="total" data-amount={settled ? cart.total_vnd : cart.items_vnd} className="text-2xl">
          {formatVnd(settled ? cart.total_vnd : cart.items_vnd, locale)}
        </strong>
      </p>
      {settled ? null : <p className="mt-1 text-sm text-ink-soft">{tc("shippingLater")}</p>}
    </Card>
  );
}
