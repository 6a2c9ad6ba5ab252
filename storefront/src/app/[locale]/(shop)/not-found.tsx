import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export default async function ShopNotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <>
      <title>{t("title")}</title>
      <Message title={t("title")} text={t("text")} headingLevel={1}>
        <ButtonLink href="/tim-kiem">{t("action")}</ButtonLink>
        <ButtonLink href="/" variant="quiet">
          {t("home")}
        </ButtonLink>
      </Message>
    </>
  );
}
