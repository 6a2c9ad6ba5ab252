import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { ButtonLink } from "@/components/ui/button";

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main id="content" className="page-width py-16">
      <title>{t("title")}</title>
      <Message title={t("title")} text={t("text")} headingLevel={1}>
        <ButtonLink href="/tim-kiem">{t("action")}</ButtonLink>
        <ButtonLink href="/" variant="quiet">
          {t("home")}
        </ButtonLink>
      </Message>
    </main>
  );
}
