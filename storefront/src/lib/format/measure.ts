const number = (value: number, locale: string) =>
  new Intl.NumberFormat(locale === "en" ? "en-GB" : "vi-VN", { maximumFractionDigits: 2 }).format(value);

/** Grams as people say them: `250 g`, `1,5 kg`. */
export function formatWeight(grams: number, locale: string): string {
  return grams < 1000 ? `${number(grams, locale)}\u00a0g` : `${number(grams / 1000, locale)}\u00a0kg`;
}

/** Millilitres: `500 ml`, `1,5 lít` (`1.5 l` in English). */
export function formatVolume(millilitres: number, locale: string): string {
  if (millilitres < 1000) return `${number(millilitres, locale)}\u00a0ml`;
  return `${number(millilitres / 1000, locale)}\u00a0${locale === "en" ? "l" : "lít"}`;
}
