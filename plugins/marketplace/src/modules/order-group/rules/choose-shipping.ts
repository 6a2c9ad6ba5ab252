export type ShippingChoice = { id: string; shipping_profile_id: string; amount: number | null }

/**
 * One shipping option per seller: the cheapest of its own that reaches the address, the older id on a tie,
 * so that the same cart always gets the same price. `unreached` are the sellers that have none.
 */
export function chooseShipping<S extends { shipping_profile_id: string }>(sellers: S[], options: ShippingChoice[]): { optionIds: string[]; unreached: S[] } {
  const optionIds: string[] = []
  const unreached: S[] = []
  for (const seller of sellers) {
    const [cheapest] = options
      .filter((option) => option.shipping_profile_id === seller.shipping_profile_id && option.amount !== null)
      .sort((a, b) => a.amount! - b.amount! || (a.id < b.id ? -1 : 1))
    if (cheapest) optionIds.push(cheapest.id)
    else unreached.push(seller)
  }
  return { optionIds, unreached }
}
