import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatVnd } from "@/lib/format/money";
import type { CartPreview } from "@/lib/types";

type Props = { cart: CartPreview; sound: boolean; reachable: boolean };

/** Goods, shipping and the whole, before anything is ordered; the way on only when it leads somewhere. */
export function CartSums({ cart, sound, reachable }: Props) {
  const t = useTranslations("shop.cart");
  const locale = useLocale();
  const row = "flex items-baseline justify-between gap-3";
  const settled = cart.shipping_vnd !== null;
  return (
    <Card className="flex flex-col gap-3">
      <p className={row}>
        <span>{t("items")}</span>
        <span data-testid={settled ? "items" : "total"} className={settled ? "" : "text-xl font-semibold"}>
          {formatVnd(cart.items_vnd, locale)}
        </span>
      </p>
      {settled ? (
        <>
          <p className={row}>
            <span>{t("shipping")}</span>
            <span data-testid="cart-shipping">{cart.shipping_vnd === 0 ? t("free") : formatVnd(cart.shipping_vnd ?? 0, locale)}</span>
          </p>
          <p className={`${row} border-t border-line pt-3`}>
            <span>{t("total")}</span>
            <strong data-testid="total" data-amount={cart.total_vnd} className="text-xl">
              {formatVnd(cart.total_vnd, locale)}
            </strong>
          </p>
        </>
      ) : (
        <p className="text-sm text-ink-soft">{t("shippingLater")}</p>
      )}
      {cart.sellers.length > 1 ? <p className="text-sm text-ink-soft">{t("split", { count: cart.sellers.length })}</p> : null}
      {reachable ? null : (
        <p className="text-sm font-semibold" data-testid="cart-blocked">
          {t("blocked")}
        </p>
      )}
      {sound && reachable ? (
        <ButtonLink href="/thanh-toan" size="large" wide data-testid="checkout-link">
          {t("checkout")}
        </ButtonLink>
      ) : null}
    </Card>
  );
}
