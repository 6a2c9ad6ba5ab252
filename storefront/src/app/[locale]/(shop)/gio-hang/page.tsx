import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CartDestination } from "@/components/shop/cart-destination";
import { CartSeller } from "@/components/shop/cart-seller";
import { CartSums } from "@/components/shop/cart-sums";
import { SavedGoods } from "@/components/shop/saved-goods";
import { ButtonLink } from "@/components/ui/button";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { currentCart, showsIllustrations } from "@/lib/shop/cart";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.cart");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<{ doi?: string }> };

export default async function CartPage({ searchParams }: Props) {
  const [t, locale] = await Promise.all([getTranslations("shop.cart"), getLocale()]);
  const cart = await currentCart(locale);
  if (!cart) {
    return (
      <>
        <Message title={t("emptyTitle")} text={t("emptyText")} headingLevel={1}>
          <ButtonLink href="/tim-kiem">{t("emptyAction")}</ButtonLink>
        </Message>
        <SavedGoods />
      </>
    );
  }
  const reachable = cart.sellers.every(({ delivery }) => delivery?.deliverable !== false);
  const sound = cart.sellers.every(({ lines }) => lines.every((line) => line.quantity <= line.available_quantity));
  return (
    <>
      <IllustrativeBanner show={await showsIllustrations(cart, locale)} />
      <h1 className="mb-4">{t("title")}</h1>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex flex-col gap-4">
          <CartDestination destination={cart.destination} changing={(await searchParams).doi === "1"} />
          {cart.sellers.map((part) => (
            <CartSeller key={part.seller.id} part={part} destination={cart.destination} />
          ))}
        </div>
        <CartSums cart={cart} sound={sound} reachable={reachable} />
      </div>
      <SavedGoods />
    </>
  );
}
