import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";
import { placeName } from "@/lib/format/place";

/** Somebody else's area: said plainly, with the way back to one's own. */
export async function Forbidden({ ownUnit }: { ownUnit: { name: string; full_name: string } | null }) {
  const [t, locale] = await Promise.all([getTranslations("official.forbidden"), getLocale()]);
  return (
    <Message title={t("title")} text={ownUnit ? t("text", { unit: placeName(ownUnit, locale) }) : t("textPlain")} headingLevel={1}>
      <ButtonLink href="/dieu-hanh">{t("action")}</ButtonLink>
    </Message>
  );
}
