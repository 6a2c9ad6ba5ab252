import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.vnpayReturn");
  return { title: t("title"), robots: { index: false } };
}

export default async function VnpayUnclearPage() {
  const [t, nav] = await Promise.all([getTranslations("shop.vnpayReturn"), getTranslations("common.notFound")]);
  return (
    <Message title={t("title")} text={t("text")} headingLevel={1}>
      <ButtonLink href="/" variant="secondary">
        {nav("home")}
      </ButtonLink>
    </Message>
  );
}
