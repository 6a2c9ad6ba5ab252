import { defineRouting } from "next-intl/routing";

/** Vietnamese lives at `/`, English at `/en`; the paths themselves are the same in both. */
export const routing = defineRouting({
  locales: ["vi", "en"],
  defaultLocale: "vi",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
});

export type Locale = (typeof routing.locales)[number];
