import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { CertificateLookup } from "@/components/shop/certificate-lookup";
import { CertificateVerdict } from "@/components/shop/certificate-verdict";
import { Link } from "@/i18n/link";
import { localeHref } from "@/i18n/locale-href";
import { readLabelText } from "@/lib/verification/label-text";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.certificate");
  return { title: t("lookupTitle"), description: t("lookupText") };
}

export default async function CertificateLookupPage({ searchParams }: Props) {
  const [t, locale, { code: asked }] = await Promise.all([getTranslations("shop.certificate"), getLocale(), searchParams]);
  const text = ((Array.isArray(asked) ? asked[0] : asked) ?? "").slice(0, 5_000);
  const { code, statement } = readLabelText(text);
  if (code) redirect(localeHref(locale, `/xac-thuc/${encodeURIComponent(code)}${statement ? `?s=${encodeURIComponent(statement)}` : ""}`));
  return (
    <div className="flex max-w-xl flex-col gap-4">
      {statement ? (
        <CertificateVerdict verdict="tampered" title={t("status.tampered")}>
          {t("statusText.tampered")}
        </CertificateVerdict>
      ) : (
        <div>
          <h1>{t("lookupTitle")}</h1>
          <p className="mt-1 text-ink-soft">{t("lookupText")}</p>
        </div>
      )}
      <CertificateLookup initial={statement ?? ""} />
      <ul>
        <li>
          <Link href="/so-ocop" className="inline-flex min-h-11 items-center text-link">
            {t("register")}
          </Link>
        </li>
        <li>
          <Link href="/xac-thuc/ngoai-tuyen" className="inline-flex min-h-11 items-center text-link">
            {t("offline")}
          </Link>
        </li>
      </ul>
    </div>
  );
}
