import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AddressChoice } from "@/components/account/address-choice";
import { LoginHint } from "@/components/account/login-hint";
import { DeliveryForm } from "@/components/shop/delivery-form";
import { DeliverySettled } from "@/components/shop/delivery-settled";
import { OrderSummary } from "@/components/shop/order-summary";
import { PlaceForm } from "@/components/shop/place-form";
import { UnreachableNotice } from "@/components/shop/unreachable-notice";
import { Card } from "@/components/ui/card";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { ClientMessages } from "@/i18n/client-messages";
import { localeHref } from "@/i18n/locale-href";
import { formatPhone } from "@/lib/format/phone";
import { currentCart, showsIllustrations } from "@/lib/shop/cart";
import { currentBuyer } from "@/lib/shop/buyer";
import { startOfDelivery } from "@/lib/shop/start-of-delivery";
import { toOption } from "@/lib/place/to-option";
import { cartRails } from "@/lib/shop/rails";
import { listCommunes, listProvinces } from "@/lib/shop/places";

type Props = { searchParams: Promise<{ edit?: string; "dia-chi"?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.checkout");
  return { title: t("title"), robots: { index: false } };
}

export default async function CheckoutPage({ searchParams }: Props) {
  const [t, way, locale] = await Promise.all([getTranslations("shop.checkout"), getTranslations("shop.order.vnpayWay"), getLocale()]);
  const cart = await currentCart(locale);
  if (!cart) redirect(localeHref(locale, "/gio-hang"));
  const { address, destination } = cart;
  const query = await searchParams;
  const asksAddress = !address || !cart.buyer || query.edit === "1";
  const buyer = asksAddress ? await currentBuyer(locale) : null;
  const { initial, chosen } = startOfDelivery(cart, buyer, query["dia-chi"]);
  const unreached = cart.sellers.filter(({ delivery }) => delivery?.deliverable === false);
  const [provinces, communes] = asksAddress
    ? await Promise.all([listProvinces(locale), initial.province_code ? listCommunes(initial.province_code, locale) : []])
    : [[], []];
  return (
    <>
      <IllustrativeBanner show={await showsIllustrations(cart, locale)} />
      <h1 className="mb-4">{t("title")}</h1>
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <div className="flex flex-col gap-5">
          <Card aria-labelledby="where">
            <h2 id="where" className="mb-3">
              {t("where")}
            </h2>
            {asksAddress ? (
              <ClientMessages namespaces={["place.picker"]}>
                {buyer ? <AddressChoice addresses={buyer.addresses} chosen={chosen} /> : <LoginHint />}
                <DeliveryForm
                  provinces={provinces.map(toOption)}
                  communes={communes.map(toOption)}
                  key={chosen}
                  initial={initial}
                  accountNote={buyer ? t("accountNote", { phone: formatPhone(buyer.phone) }) : null}
                  words={{
                    name: t("name"),
                    phone: t("phone"),
                    phoneHint: t("phoneHint"),
                    otherReceives: t("otherReceives"),
                    otherReceivesText: t("otherReceivesText"),
                    recipientName: t("recipientName"),
                    recipientPhone: t("recipientPhone"),
                    recipientPhoneHint: t("recipientPhoneHint"),
                    street: t("street"),
                    streetPlaceholder: t("streetPlaceholder"),
                    email: t("email"),
                    note: t("note"),
                    continue: t("continue"),
                    continuing: t("continuing"),
                    problem: t("problem"),
                    kept: t("kept"),
                    failed: t("failed"),
                  }}
                />
              </ClientMessages>
            ) : (
              <DeliverySettled address={address} buyer={cart.buyer} />
            )}
          </Card>
          {!asksAddress && destination && unreached.length > 0 ? (
            <Card aria-labelledby="unreached">
              <h2 id="unreached">{t("cannotShip")}</h2>
              {unreached.map((part) => (
                <UnreachableNotice key={part.seller.id} part={part} destination={destination} />
              ))}
            </Card>
          ) : null}
          {asksAddress || unreached.length > 0 ? null : (
            <Card aria-labelledby="pay">
              <h2 id="pay" className="mb-3">
                {t("pay")}
              </h2>
              <PlaceForm
                rails={await cartRails(cart.cart_id, locale)}
                words={{
                  pay: t("pay"),
                  vietqr: t("vietqr"),
                  vietqrText: t("vietqrText"),
                  vnpay: t("vnpay"),
                  vnpayText: t("vnpayText"),
                  cod: t("cod"),
                  codText: t("codText"),
                  place: t("place"),
                  placing: t("placing"),
                  placeNote: t("placeNote"),
                  placeProblem: t("placeProblem"),
                  toCart: t("toCart"),
                  vnpayHow: t("vnpayHow"),
                  ways: { any: way("any"), qr: way("qr"), bank: way("bank"), card: way("card") },
                }}
              />
            </Card>
          )}
        </div>
        <OrderSummary cart={cart} settled={!asksAddress} />
      </div>
    </>
  );
}
