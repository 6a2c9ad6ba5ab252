import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export default async function SellerNotFound() {
  const t = await getTranslations("seller.notFound");
  return (
    <Message title={t("title")} text={t("text")} headingLevel={1}>
      <ButtonLink href="/ban-hang" size="large">
        {t("action")}
      </ButtonLink>
    </Message>
  );
}
