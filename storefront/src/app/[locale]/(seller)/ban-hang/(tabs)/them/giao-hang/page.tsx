import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/seller/back-link";
import { TariffForm } from "@/components/seller/tariff-form";
import { ClientMessages } from "@/i18n/client-messages";
import { sellerDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";
import { shippingAnswer } from "@/lib/seller/tariff-schema";
import { tariffAsTyped } from "@/lib/seller/tariff-text";

const here = "/ban-hang/them/giao-hang";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("seller.shipping");
  return { title: t("title") };
}

export default async function ShippingPage() {
  const [t, locale, settings] = await Promise.all([
    getTranslations("seller.shipping"),
    getLocale(),
    loadDoor(sellerDoor, { path: "/seller/shipping", schema: shippingAnswer, here }),
  ]);
  return (
    <>
      <BackLink href="/ban-hang/them">{t("back")}</BackLink>
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <ClientMessages namespaces={["common.client", "seller.form", "seller.shipping"]}>
        <TariffForm initial={{ text: tariffAsTyped(settings.tariff, locale), own: settings.own, examples: settings.examples, error: null, fields: {}, done: null }} />
      </ClientMessages>
    </>
  );
}
