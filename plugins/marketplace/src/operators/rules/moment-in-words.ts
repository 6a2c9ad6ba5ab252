import type { Sentence } from "@cho-phien/administrative-units"

const parts = (moment: Date, locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: "Asia/Ho_Chi_Minh", ...options }).format(moment)

/** A moment as clock and calendar in Viet Nam show it: "14:05 ngày 25/11/2026", "14:05 on 25 November 2026". */
export function momentInWords(moment: Date): Sentence {
  const time = parts(moment, "en-GB", { hour: "2-digit", minute: "2-digit" })
  return {
    vi: `${time} ngày ${parts(moment, "vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" })}`,
    en: `${time} on ${parts(moment, "en-GB", { day: "numeric", month: "long", year: "numeric" })}`,
  }
}
