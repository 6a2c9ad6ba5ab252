import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { CertificateLookup } from "@/components/shop/certificate-lookup";
import { localeHref } from "@/i18n/locale-href";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.certificate");
  return { title: t("lookupTitle"), description: t("lookupText") };
}

export default async function CertificateLookupPage({ searchParams }: Props) {
  const [t, locale] = await Promise.all([getTranslations("shop.certificate"), getLocale()]);
  const { code } = await searchParams;
  const wanted = (Array.isArray(code) ? code[0] : code)?.trim();
  if (wanted) redirect(localeHref(locale, `/xac-thuc/${encodeURIComponent(wanted.slice(0, 120))}`));
  return (
    <div className="max-w-xl">
      <h1>{t("lookupTitle")}</h1>
      <p className="mt-1 mb-4 text-ink-soft">{t("lookupText")}</p>
      <CertificateLookup />
    </div>
  );
}
