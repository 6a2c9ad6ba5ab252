import { useLocale, useTranslations } from "next-intl";
import { formatVnd } from "@/lib/format/money";
import type { CartPart } from "@/lib/types";

/** One shop's shipping in the basket: what it costs after any voucher, how long it takes, and what would make it free. */
export function DeliveryLine({ part }: { part: CartPart }) {
  const t = useTranslations("shop.cart");
  const locale = useLocale();
  const { delivery } = part;
  if (!delivery?.deliverable) return null;
  const feeVnd = part.shipping_vnd ?? delivery.fee_vnd;
  return (
    <div className="border-t border-line pt-3 text-sm" data-testid="cart-delivery" data-fee={feeVnd}>
      <div className="flex flex-wrap justify-between gap-x-4">
        <span>
          {t("shipping")} · <span className="text-ink-soft">{t("days", delivery.days)}</span>
        </span>
        <strong className="font-semibold">{feeVnd === 0 ? t("free") : formatVnd(feeVnd, locale)}</strong>
      </div>
      {delivery.missing_for_free_vnd ? <p className="text-tea-700" data-testid="missing-for-free">{t("missingForFree", { amount: formatVnd(delivery.missing_for_free_vnd, locale) })}</p> : null}
    </div>
  );
}
