import { groupDigits } from "./digits";

const noBreak = "\u00a0";

/** Integer đồng: `1.250.000 ₫` in Vietnamese, `1,250,000 ₫` in English. */
export function formatVnd(amountVnd: number, locale: string): string {
  const sign = amountVnd < 0 ? "-" : "";
  const digits = groupDigits(String(Math.abs(Math.round(amountVnd))), locale === "en" ? "," : ".");
  return `${sign}${digits}${noBreak}₫`;
}

/** A whole number with separators: 3.321 or 3,321. */
export function formatCount(count: number, locale: string): string {
  return groupDigits(String(count), locale === "en" ? "," : ".");
}

/** A share given by the backend as a string (`"91.79"`): `91,79 %` in Vietnamese, `91.79%` in English. */
export function formatPercent(percent: string, locale: string): string {
  return locale === "en" ? `${percent}%` : `${percent.replace(".", ",")} %`;
}
