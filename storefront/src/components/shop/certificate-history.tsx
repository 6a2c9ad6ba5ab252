import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import type { Certificate } from "@/lib/types";
import { CertificateStatusBadge } from "./certificate-status-badge";

/** Every time the product was recognised; nothing where there was but one. */
export function CertificateHistory({ certificate }: { certificate: Certificate }) {
  const t = useTranslations("shop.certificate");
  const locale = useLocale();
  if (certificate.history.length < 2) return null;
  return (
    <section aria-labelledby="history" data-testid="certificate-history">
      <h2 id="history">{t("history")}</h2>
      <ol className="border-t border-line">
        {certificate.history.map((one) => (
          <li key={one.code} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
            {one.code === certificate.code ? (
              <span className="inline-flex min-h-11 items-center font-semibold">{t("thisOne", { code: one.code })}</span>
            ) : (
              <Link href={`/xac-thuc/${one.code}`} className="inline-flex min-h-11 items-center text-link">
                {one.code}
              </Link>
            )}
            <span>{t("starsOption", { star: one.stars_given })}</span>
            <span className="text-sm text-ink-soft">
              {formatDate(one.issued_on, locale)} – {formatDate(one.expires_on, locale)}
            </span>
            {one.decision_no ? <span className="text-sm text-ink-soft">{one.decision_no}</span> : null}
            <CertificateStatusBadge status={one.status} />
          </li>
        ))}
      </ol>
    </section>
  );
}
