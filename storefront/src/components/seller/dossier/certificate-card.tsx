import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Stars } from "@/components/ui/stars";
import { formatDate } from "@/lib/format/date";
import type { Dossier } from "@/lib/dossier/types";

/** The end of a dossier that went well: stars, number, until when, and the page everybody can check. */
export function CertificateCard({ recognition }: { recognition: NonNullable<Dossier["recognition"]> }) {
  const t = useTranslations("dossier.certificate");
  const locale = useLocale();
  return (
    <Notice tone="good" title={t("title", { star: recognition.star })} data-testid="recognition">
      <Stars count={recognition.star} />
      <p>{t("until", { issued: formatDate(recognition.issued_on, locale), expires: formatDate(recognition.expires_on, locale) })}</p>
      {recognition.product_code ? <p>{t("code", { code: recognition.product_code })}</p> : null}
      <p className="mt-2">
        <ButtonLink href={`/xac-thuc/${encodeURIComponent(recognition.certificate_code)}`} size="large" data-testid="certificate-link">
          {t("open")}
        </ButtonLink>
      </p>
    </Notice>
  );
}
