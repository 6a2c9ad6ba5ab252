export type ListingText = {
  title: string
  description: string | null
  unit: string
  net_weight_grams: number | null
  net_volume_ml: number | null
  media_ids: string[]
}

export type ListingEdit = Partial<ListingText> & { price_vnd?: number; stock_quantity?: number; perishable?: boolean }

export type ListingChanges = {
  /** What is shown and must be looked at again before it is (Law 122/2025/QH15, art. 17.1.đ). */
  text: Partial<ListingText>
  /** A rejected listing goes back into the queue with any correction at all. */
  needsModeration: boolean
}

/** What an edit really changes: a form sends back everything, changed or not. */
export function listingChanges(before: ListingText, edit: ListingEdit, rejected: boolean): ListingChanges {
  const text: Partial<ListingText> = {}
  if (edit.title !== undefined && edit.title !== before.title) text.title = edit.title
  if (edit.description !== undefined && edit.description !== before.description) text.description = edit.description
  if (edit.unit !== undefined && edit.unit !== before.unit) text.unit = edit.unit
  if (edit.net_weight_grams !== undefined && edit.net_weight_grams !== before.net_weight_grams) text.net_weight_grams = edit.net_weight_grams
  if (edit.net_volume_ml !== undefined && edit.net_volume_ml !== before.net_volume_ml) text.net_volume_ml = edit.net_volume_ml
  if (edit.media_ids !== undefined && !sameList(edit.media_ids, before.media_ids)) text.media_ids = edit.media_ids
  const changed = Object.keys(text).length > 0
  return { text, needsModeration: changed || rejected }
}

function sameList(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
