import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { localeHref } from "@/i18n/locale-href";
import { LabelPhoto } from "./label-photo";

/** A plain form; with scripts a photograph of the label does as well. */
export function CertificateLookup({ initial = "" }: { initial?: string }) {
  const t = useTranslations("shop.certificate");
  const action = localeHref(useLocale(), "/xac-thuc");
  return (
    <div className="flex flex-col gap-3">
      <form action={action} className="flex flex-col gap-3">
        <TextField
          label={t("codeField")}
          hint={t("codeHint")}
          name="code"
          defaultValue={initial}
          required
          maxLength={1_500}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <div>
          <Button type="submit">{t("lookup")}</Button>
        </div>
      </form>
      <LabelPhoto to={action} words={{ action: t("photo"), reading: t("photoReading"), none: t("photoNone"), unready: t("photoUnready") }} />
    </div>
  );
}
