import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CertificateDetails } from "@/components/shop/certificate-details";
import { CertificateLookup } from "@/components/shop/certificate-lookup";
import { CertificateVerdict } from "@/components/shop/certificate-verdict";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { JsonLd } from "@/components/ui/json-ld";
import { Link } from "@/i18n/link";
import { localeHref } from "@/i18n/locale-href";
import { formatDate } from "@/lib/format/date";
import { findCertificate, judgeStatement } from "@/lib/shop/catalogue";
import { shopOrigin } from "@/lib/shop/origin";
import { readableSegment } from "@/lib/shop/readable-segment";
import type { Certificate } from "@/lib/types";
import { certificateJsonLd } from "@/lib/verification/json-ld";
import { headlineOf } from "@/lib/verification/page-verdict";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ s?: string | string[] }> };

const firstOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** The day the headline names. While a prolongation runs that is still the end it was prolonged from. */
function dayThatCounts({ status, revoked_on, prolonged_until, expires_on }: Certificate): string {
  if (status === "revoked") return revoked_on ?? "";
  return status === "expired" ? (prolonged_until ?? expires_on) : expires_on;
}

/** Only what is true today and of no label in particular belongs into a search engine. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [t, locale, { code }, { s }] = await Promise.all([getTranslations("shop.certificate"), getLocale(), params, searchParams]);
  const certificate = await findCertificate(code, locale);
  if (!certificate) return { title: `${t("code")} ${readableSegment(code)}`, robots: { index: false } };
  return {
    title: t("titleOf", { product: certificate.product_name, code: certificate.code }),
    robots: { index: !certificate.illustrative && !s },
    alternates: { canonical: localeHref(locale, `/xac-thuc/${certificate.code}`) },
  };
}

export default async function CertificatePage({ params, searchParams }: Props) {
  const [t, locale, { code }, query] = await Promise.all([getTranslations("shop.certificate"), getLocale(), params, searchParams]);
  const statement = firstOf(query.s);
  const [certificate, label] = await Promise.all([findCertificate(code, locale), statement ? judgeStatement(statement, code, locale) : null]);
  const headline = headlineOf(certificate, label);
  const signedFor = label?.state === "other_certificate" ? label.statement?.code : null;
  const date = certificate ? formatDate(dayThatCounts(certificate), locale) : "";
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <IllustrativeBanner show={certificate?.illustrative ?? label?.statement?.illustrative ?? false} />
      <CertificateVerdict verdict={headline} title={t(`status.${headline}`)}>
        {headline === "unknown" && label ? t("unknownSigned", { code: readableSegment(code) }) : t(`statusText.${headline}`, { date, code: readableSegment(code), other: signedFor ?? "" })}
      </CertificateVerdict>
      {signedFor ? (
        <p>
          <Link href={`/xac-thuc/${encodeURIComponent(signedFor)}?s=${encodeURIComponent(statement)}`} className="inline-flex min-h-11 items-center text-link">
            {t("signedFor", { code: signedFor })}
          </Link>
        </p>
      ) : null}
      {certificate ? (
        <>
          <CertificateDetails certificate={certificate} label={label} />
          <JsonLd data={certificateJsonLd(certificate, shopOrigin())} />
        </>
      ) : (
        <CertificateLookup initial={readableSegment(code)} />
      )}
      <ul className="flex flex-wrap gap-x-6">
        {[
          // Where nothing was found the form for another code stands on this page already.
          ...(certificate ? [{ href: "/xac-thuc", words: t("another") }] : []),
          { href: "/so-ocop", words: t("register") },
          { href: "/xac-thuc/ngoai-tuyen", words: t("offline") },
        ].map(({ href, words }) => (
          <li key={href}>
            <Link href={href} className="inline-flex min-h-11 items-center text-link">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
