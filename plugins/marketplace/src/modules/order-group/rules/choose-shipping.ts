export type WantedMethod = { sellerId: string; shippingProfileId: string; feeVnd: number | null }
export type PresentMethod = { id: string; shippingOptionId: string; shippingProfileId: string | null; amount: number }
export type OwnOption = { id: string; shippingProfileId: string }

/**
 * What has to change so that a cart carries exactly one shipping method for every shop that can send, at its quote:
 * `addOptionIds` to add, `staleIds` to take out. A shop without a quote (`feeVnd` null) keeps none; of a shop's
 * options the oldest id counts, so that the same cart always gets the same one.
 */
export function chooseShipping(wanted: WantedMethod[], present: PresentMethod[], options: OwnOption[]): { addOptionIds: string[]; staleIds: string[] } {
  const kept = new Set<string>()
  const addOptionIds: string[] = []
  for (const { shippingProfileId, feeVnd } of wanted) {
    const [option] = options.filter((candidate) => candidate.shippingProfileId === shippingProfileId).sort((a, b) => (a.id < b.id ? -1 : 1))
    if (feeVnd === null || !option) continue
    const right = present.find((method) => method.shippingOptionId === option.id && method.amount === feeVnd)
    if (right) kept.add(right.id)
    else addOptionIds.push(option.id)
  }
  return { addOptionIds, staleIds: present.filter((method) => !kept.has(method.id)).map((method) => method.id) }
}
