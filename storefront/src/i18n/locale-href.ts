import { routing } from "./routing";

/** The address of a page in a language: `/tim-kiem` in Vietnamese, `/en/tim-kiem` in English. */
export function localeHref(locale: string, path: string): string {
  if (!path.startsWith("/") || locale === routing.defaultLocale) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}
