import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export default async function AreaNotFound() {
  const t = await getTranslations("official");
  return (
    <Message title={t("notFound.title")} text={t("notFound.text")} headingLevel={1}>
      <ButtonLink href="/dieu-hanh">{t("forbidden.action")}</ButtonLink>
    </Message>
  );
}
