import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CartLine } from "@/components/shop/cart-line";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { formatVnd } from "@/lib/format/money";
import { currentCart, showsIllustrations } from "@/lib/shop/cart";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.cart");
  return { title: t("title"), robots: { index: false } };
}

export default async function CartPage() {
  const [t, locale] = await Promise.all([getTranslations("shop.cart"), getLocale()]);
  const cart = await currentCart(locale);
  if (!cart) {
    return (
      <Message title={t("emptyTitle")} text={t("emptyText")} headingLevel={1}>
        <ButtonLink href="/tim-kiem">{t("emptyAction")}</ButtonLink>
      </Message>
    );
  }
  const sound = cart.sellers.every(({ lines }) => lines.every((line) => line.quantity <= line.available_quantity));
  return (
    <>
      <IllustrativeBanner show={await showsIllustrations(cart, locale)} />
      <h1 className="mb-4">{t("title")}</h1>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex flex-col gap-4">
          {cart.sellers.map(({ seller, lines }) => (
            <Card key={seller.id} aria-labelledby={`seller-${seller.id}`} data-testid="cart-seller">
              <h2 id={`seller-${seller.id}`} className="text-base">
                <Link href={`/gian-hang/${seller.handle}`} className="inline-flex min-h-11 items-center text-link">
                  {seller.name}
                </Link>
              </h2>
              <ul>
                {lines.map((line) => (
                  <li key={line.id} className="border-t border-line py-4 last:pb-0">
                    <CartLine key={`${line.id}-${line.quantity}`} line={line} />
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
        <Card className="flex flex-col gap-3">
          <p className="flex items-baseline justify-between gap-3">
            <span>{t("items")}</span>
            <strong data-testid="total" className="text-xl">
              {formatVnd(cart.items_vnd, locale)}
            </strong>
          </p>
          <p className="text-sm text-ink-soft">{t("shippingLater")}</p>
          {cart.sellers.length > 1 ? <p className="text-sm text-ink-soft">{t("split", { count: cart.sellers.length })}</p> : null}
          {sound ? (
            <ButtonLink href="/thanh-toan" size="large" wide data-testid="checkout-link">
              {t("checkout")}
            </ButtonLink>
          ) : null}
        </Card>
      </div>
    </>
  );
}
