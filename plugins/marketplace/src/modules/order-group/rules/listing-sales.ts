import { todayInVietnam, type CivilDate } from "@cho-phien/administrative-units"

/** Both days count. */
export type Period = { from: CivilDate; to: CivilDate }

/** What one paid order holds of one listing. The buyer is only known by the province the parcel goes to. */
export type SoldLine = { order_id: string; paid_at: Date; province_code: string | null; quantity: number; revenue_vnd: number }

export type MonthOfSales = { month: string; orders: number; quantity: number; revenue_vnd: number; provinces: number }

export type ListingSales = Omit<MonthOfSales, "month" | "provinces"> & {
  /** codes of the provinces, sorted */
  provinces: string[]
  /** Every month the period touches, also those without a sale: "2026-11". */
  months: MonthOfSales[]
}

/** Sums by the month of payment in Viet Nam. Lines outside the period don't count. */
export function salesOf(lines: readonly SoldLine[], period: Period): ListingSales {
  const counted = lines.filter(({ paid_at }) => {
    const day = todayInVietnam(paid_at)
    return period.from <= day && day <= period.to
  })
  const months = monthsOf(period).map((month) => {
    const own = counted.filter(({ paid_at }) => todayInVietnam(paid_at).startsWith(month))
    return { month, ...sum(own), provinces: provincesOf(own).length }
  })
  return { ...sum(counted), provinces: provincesOf(counted), months }
}

/** "2025-12", "2026-01", … */
export function monthsOf({ from, to }: Period): string[] {
  const count = indexOf(to) - indexOf(from) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const index = indexOf(from) + i
    return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`
  })
}

function indexOf(day: CivilDate): number {
  const [year = 0, month = 1] = day.split("-").map(Number)
  return year * 12 + month - 1
}

function sum(lines: readonly SoldLine[]) {
  return {
    orders: new Set(lines.map(({ order_id }) => order_id)).size,
    quantity: lines.reduce((total, { quantity }) => total + quantity, 0),
    revenue_vnd: lines.reduce((total, { revenue_vnd }) => total + revenue_vnd, 0),
  }
}

function provincesOf(lines: readonly SoldLine[]): string[] {
  return [...new Set(lines.flatMap(({ province_code }) => province_code ?? []))].sort()
}
