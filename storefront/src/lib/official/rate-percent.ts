/** `"91.79"` → `91,79 %` (vi) or `91.79%` (en). The space is an ordinary one: the figures stand in boxes that never wrap. */
export function ratePercent(percent: string, locale: string): string {
  return locale === "en" ? `${percent}%` : `${percent.replace(".", ",")} %`;
}
