export type TimeLeft = { unit: "days" | "hours" | "minutes" | "over"; count: number };

/** How long until `iso`, in the largest unit that says it plainly; minutes are rounded up. */
export function timeLeft(iso: string, now: Date): TimeLeft {
  const minutes = Math.ceil((new Date(iso).getTime() - now.getTime()) / 60_000);
  if (!(minutes > 0)) return { unit: "over", count: 0 };
  if (minutes < 120) return { unit: "minutes", count: minutes };
  if (minutes < 48 * 60) return { unit: "hours", count: Math.floor(minutes / 60) };
  return { unit: "days", count: Math.floor(minutes / 1440) };
}
