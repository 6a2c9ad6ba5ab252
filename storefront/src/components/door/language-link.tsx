import { useLocale } from "next-intl";
import { localeHref } from "@/i18n/locale-href";

/** This page in the other language. */
export function LanguageLink({ path, label }: { path: string; label: string }) {
  const other = useLocale() === "vi" ? "en" : "vi";
  return (
    <a href={localeHref(other, path)} lang={other} hrefLang={other} className="inline-flex min-h-12 items-center self-start text-link">
      {label}
    </a>
  );
}
