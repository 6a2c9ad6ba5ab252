import { useLocale, useTranslations } from "next-intl";
import { Stars } from "@/components/ui/stars";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { knownPlace } from "@/lib/format/place";
import type { Certificate, StatementVerdict } from "@/lib/types";
import { CertificateHistory } from "./certificate-history";
import { ExternalSales } from "./external-sales";
import { Facts } from "./facts";
import { LabelDownloads } from "./label-downloads";
import { LabelProof } from "./label-proof";
import { ListingLinks } from "./listing-links";

/** What the register says of a certificate: for whom, what, by which decision, until when, and where to buy it. */
export function CertificateDetails({ certificate, label }: { certificate: Certificate; label: StatementVerdict | null }) {
  const t = useTranslations("shop.certificate");
  const locale = useLocale();
  const labelIsOurs = !label || label.state === "genuine" || label.state === "outdated";
  const day = (date: string | null) => (date ? formatDate(date, locale) : null);
  return (
    <>
      <LabelProof certificate={certificate} label={label} />
      {certificate.replaced_by ? (
        <p>
          <Link href={`/xac-thuc/${certificate.replaced_by}`} data-testid="replaced-by" className="inline-flex min-h-11 items-center text-link">
            {t("replacedBy", { code: certificate.replaced_by })}
          </Link>
        </p>
      ) : null}
      <Facts
        facts={[
          { term: t("product"), value: certificate.product_name },
          { term: t("producer"), value: certificate.producer_name },
          { term: t("stars"), value: certificate.stars ? <Stars count={certificate.stars} /> : t("formerStars", { star: certificate.stars_given }) },
          { term: t("place"), value: knownPlace(certificate.commune, certificate.province, locale) },
          { term: t("issuer"), value: certificate.issued_by },
          { term: t("decision"), value: certificate.decision_no },
          { term: t("issued"), value: day(certificate.issued_on) },
          { term: t("expires"), value: day(certificate.expires_on) },
          { term: t("prolonged"), value: day(certificate.prolonged_until) },
          { term: t("revoked"), value: day(certificate.revoked_on) },
          { term: t("code"), value: certificate.code },
        ]}
      />
      {certificate.listings.length > 0 ? (
        <section aria-labelledby="listings">
          <h2 id="listings">{t("listings")}</h2>
          <ListingLinks listings={certificate.listings} />
        </section>
      ) : null}
      <ExternalSales sales={certificate.external_listings} />
      <CertificateHistory certificate={certificate} />
      {certificate.stars && labelIsOurs ? <LabelDownloads code={certificate.code} /> : null}
    </>
  );
}
