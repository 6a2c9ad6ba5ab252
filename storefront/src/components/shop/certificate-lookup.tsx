import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { localeHref } from "@/i18n/locale-href";

export function CertificateLookup() {
  const t = useTranslations("shop.certificate");
  return (
    <form action={localeHref(useLocale(), "/xac-thuc")} className="flex flex-col gap-3">
      <TextField label={t("code")} name="code" required maxLength={120} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      <div>
        <Button type="submit">{t("lookup")}</Button>
      </div>
    </form>
  );
}
