"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { otherLanguagePath } from "@/i18n/other-language-path";

/** The same page in the other language, search words and filters kept. */
export function LanguageSwitch({ label, locale }: { label: string; locale: string }) {
  const path = otherLanguagePath(usePathname(), locale);
  const [query, setQuery] = useState("");
  useEffect(() => setQuery(window.location.search), [path]);
  return (
    <a
      href={path + query}
      lang={locale === "vi" ? "en" : "vi"}
      hrefLang={locale === "vi" ? "en" : "vi"}
      className="flex min-h-11 items-center rounded px-2 text-sm text-ink-soft"
      onFocus={() => setQuery(window.location.search)}
      onPointerDown={() => setQuery(window.location.search)}
    >
      {/* On a small phone two letters, so that the house's name keeps its line; the whole word is read aloud. */}
      <span aria-hidden="true" className="uppercase sm:hidden">
        {locale === "vi" ? "en" : "vi"}
      </span>
      <span className="max-sm:sr-only">{label}</span>
    </a>
  );
}
