const timeZone = "Asia/Ho_Chi_Minh";

const parts = (date: Date, options: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", ...options })
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );

/** A day in Vietnam: `22/11/2026`, in English `22 November 2026`. Takes an ISO time or a plain date. */
export function formatDate(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  if (locale === "en") {
    return new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long", year: "numeric" }).format(date);
  }
  const { day, month, year } = parts(date, { day: "2-digit", month: "2-digit", year: "numeric" });
  return `${day}/${month}/${year}`;
}

/** `14:05, 22/11/2026` on the 24-hour clock of Vietnam. */
export function formatDateTime(iso: string, locale: string): string {
  const day = formatDate(iso, locale);
  if (!day) return "";
  const { hour, minute } = parts(new Date(iso), { hour: "2-digit", minute: "2-digit" });
  return `${hour}:${minute}, ${day}`;
}

/** The day it is in Vietnam, as a date field wants it: `2026-11-22`. */
export function todayInVietnam(now = new Date()): string {
  const { day, month, year } = parts(now, { day: "2-digit", month: "2-digit", year: "numeric" });
  return `${year}-${month}-${day}`;
}

/** `2026-11-22` → `22/11/2026`, for a field in which a day is typed; anything else stays. */
export function asDayMonthYear(day: string): string {
  return day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}
