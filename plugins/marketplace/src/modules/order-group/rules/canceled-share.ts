export type OrderedLine = { id: string; title: string; quantity: number; totalVnd: number }
export type CanceledLine = { id: string; title: string; quantity: number; amount_vnd: number }

/** Which lines somebody asked to keep of an order, and how many of each. */
export type KeptLine = { id: string; quantity: number }

/**
 * What the first `canceled` of a line's `quantity` pieces cost: a share of what the line came to after discounts,
 * in whole đồng. The share of all pieces is the line's total, so that cancelling bit by bit gives back neither more
 * nor less than cancelling at once.
 */
export function shareOf({ quantity, totalVnd }: Pick<OrderedLine, "quantity" | "totalVnd">, canceled: number): number {
  return Math.round((totalVnd * canceled) / quantity)
}

/** Pieces cancelled so far, per line. */
export function canceledQuantities(canceled: CanceledLine[]): Map<string, number> {
  const quantities = new Map<string, number>()
  for (const line of canceled) quantities.set(line.id, (quantities.get(line.id) ?? 0) + line.quantity)
  return quantities
}

/**
 * What is newly cancelled when `keep` says how many pieces of each line stay. Lines that are not named stay as they
 * are; what is cancelled stays cancelled; naming the same twice changes nothing the second time.
 */
export function newlyCanceled(lines: OrderedLine[], before: CanceledLine[], keep: KeptLine[]): CanceledLine[] {
  const gone = canceledQuantities(before)
  const kept = new Map(keep.map((line) => [line.id, line.quantity]))
  return lines.flatMap((line) => {
    const was = gone.get(line.id) ?? 0
    const will = Math.max(was, line.quantity - (kept.get(line.id) ?? line.quantity))
    if (will === was) return []
    return [{ id: line.id, title: line.title, quantity: will - was, amount_vnd: shareOf(line, will) - shareOf(line, was) }]
  })
}

/** Whether nothing would be left of the order. */
export function nothingLeft(lines: OrderedLine[], canceled: CanceledLine[]): boolean {
  const gone = canceledQuantities(canceled)
  return lines.every((line) => (gone.get(line.id) ?? 0) >= line.quantity)
}
