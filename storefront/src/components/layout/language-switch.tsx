"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { otherLanguagePath } from "@/i18n/other-language-path";

/**
 * The same page in the other language, search words, filters and the key of an order kept. The query is in the
 * server's answer already: without scripts, losing an order's key would lock its buyer out.
 */
export function LanguageSwitch({ label, locale }: { label: string; locale: string }) {
  const query = useSearchParams().toString();
  const path = otherLanguagePath(usePathname(), locale);
  return (
    <a
      href={query ? `${path}?${query}` : path}
      lang={locale === "vi" ? "en" : "vi"}
      hrefLang={locale === "vi" ? "en" : "vi"}
      className="flex min-h-11 items-center rounded px-2 text-sm text-ink-soft"
    >
      {/* On a small phone two letters, so that the house's name keeps its line; the whole word is read aloud. */}
      <span aria-hidden="true" className="uppercase sm:hidden">
        {locale === "vi" ? "en" : "vi"}
      </span>
      <span className="max-sm:sr-only">{label}</span>
    </a>
  );
}
