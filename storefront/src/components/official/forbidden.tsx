import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

/** Somebody else's area: said plainly, with the way back to one's own. */
export async function Forbidden({ ownUnit }: { ownUnit: string | null }) {
  const t = await getTranslations("official.forbidden");
  return (
    <Message title={t("title")} text={ownUnit ? t("text", { unit: ownUnit }) : t("textPlain")} headingLevel={1}>
      <ButtonLink href="/dieu-hanh">{t("action")}</ButtonLink>
    </Message>
  );
}
