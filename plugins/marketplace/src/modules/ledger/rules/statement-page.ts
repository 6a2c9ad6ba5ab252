type OfDay = { day: string }
export type StatementParts<O extends OfDay, C extends OfDay, X extends OfDay> = { orders: O[]; charges: C[]; others: X[] }

/**
 * One page of a shop's statement, which is one list by day, newest first: orders, payments without an order, and what else
 * was booked. `count`: how many there are on all pages.
 */
export function statementPage<O extends OfDay, C extends OfDay, X extends OfDay>(parts: StatementParts<O, C, X>, { limit, offset }: { limit: number; offset: number }): StatementParts<O, C, X> & { count: number } {
  const days = [...parts.orders.map(({ day }) => day), ...parts.charges.map(({ day }) => day), ...parts.others.map(({ day }) => day)]
  const [charges, others] = [parts.orders.length, parts.orders.length + parts.charges.length]
  // By their places in one row, so that what is of one day keeps its order and its place on every page.
  const places = days.map((_, place) => place).sort((a, b) => (days[a]! > days[b]! ? -1 : days[a]! < days[b]! ? 1 : a - b)).slice(offset, offset + limit)
  const on = new Set(places)
  return {
    orders: parts.orders.filter((_, at) => on.has(at)),
    charges: parts.charges.filter((_, at) => on.has(charges + at)),
    others: parts.others.filter((_, at) => on.has(others + at)),
    count: days.length,
  }
}
