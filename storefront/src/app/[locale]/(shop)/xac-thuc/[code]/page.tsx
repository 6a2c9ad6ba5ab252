import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CertificateLookup } from "@/components/shop/certificate-lookup";
import { CertificateVerdict } from "@/components/shop/certificate-verdict";
import { Facts } from "@/components/shop/facts";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Stars } from "@/components/ui/stars";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { placeLine } from "@/lib/format/place";
import { findCertificate } from "@/lib/shop/catalogue";
import { readableSegment } from "@/lib/shop/readable-segment";
import type { Certificate } from "@/lib/types";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("shop.certificate");
  return { title: `${t("code")} ${readableSegment((await params).code)}`, robots: { index: false } };
}

/** The smallest place that is known, and the province. */
function placesOf({ commune, province }: Certificate, locale: string): string | null {
  if (commune && province) return placeLine(commune, province, locale);
  const known = commune ?? province;
  return known ? (locale === "en" ? known.name : known.full_name) : null;
}

export default async function CertificatePage({ params }: Props) {
  const [t, locale] = await Promise.all([getTranslations("shop.certificate"), getLocale()]);
  const { code } = await params;
  const certificate = await findCertificate(code, locale);
  if (!certificate) {
    return (
      <div className="flex max-w-2xl flex-col gap-6">
        <CertificateVerdict verdict="unknown" title={t("status.unknown")}>
          {t("unknownText", { code: readableSegment(code) })}
        </CertificateVerdict>
        <CertificateLookup />
      </div>
    );
  }
  const { status } = certificate;
  const date = formatDate(status === "revoked" ? (certificate.revoked_on ?? "") : certificate.expires_on, locale);
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <IllustrativeBanner show={certificate.illustrative} />
      <CertificateVerdict verdict={status} title={t(`status.${status}`)}>
        {t(`statusText.${status}`, { date })}
      </CertificateVerdict>
      <Facts
        facts={[
          { term: t("product"), value: certificate.product_name },
          { term: t("producer"), value: certificate.producer_name },
          { term: t("stars"), value: certificate.stars ? <Stars count={certificate.stars} /> : null },
          { term: t("place"), value: placesOf(certificate, locale) },
          { term: t("issuer"), value: certificate.issued_by },
          { term: t("decision"), value: certificate.decision_no },
          { term: t("issued"), value: formatDate(certificate.issued_on, locale) },
          { term: t("expires"), value: formatDate(certificate.expires_on, locale) },
          { term: t("prolonged"), value: certificate.prolonged_until ? formatDate(certificate.prolonged_until, locale) : null },
          { term: t("revoked"), value: certificate.revoked_on ? formatDate(certificate.revoked_on, locale) : null },
          { term: t("code"), value: certificate.code },
        ]}
      />
      {certificate.listings.length > 0 ? (
        <section aria-labelledby="listings">
          <h2 id="listings">{t("listings")}</h2>
          <ul>
            {certificate.listings.map((listing) => (
              <li key={listing.handle}>
                <Link href={`/san-pham/${listing.handle}`} className="inline-flex min-h-11 items-center text-link">
                  {listing.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p>
        <Link href="/xac-thuc" className="inline-flex min-h-11 items-center text-link">
          {t("another")}
        </Link>
      </p>
    </div>
  );
}
