import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

/** An order without its key: the same words whether such an order exists or not, so that ids tell nothing. */
export default async function OrderNotOpened() {
  const [t, nav] = await Promise.all([getTranslations("shop.order.notOpened"), getTranslations("common.notFound")]);
  return (
    <div data-testid="order-not-opened">
      <title>{t("title")}</title>
      <Message title={t("title")} text={t("text")} headingLevel={1}>
        <ButtonLink href="/tim-kiem">{nav("action")}</ButtonLink>
        <ButtonLink href="/" variant="quiet">
          {nav("home")}
        </ButtonLink>
      </Message>
    </div>
  );
}
