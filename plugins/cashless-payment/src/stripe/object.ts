/** Stripe's times are whole seconds since 1970. */
export function seconds(iso: string | null): number | null {
  return iso === null ? null : Math.floor(Date.parse(iso) / 1000)
}

/** Charges and payment methods are views of an intent and have its id under another prefix: ch_… and pm_… of pi_…. */
export function derivedId(prefix: "ch" | "pm", intentId: string): string {
  return `${prefix}_${intentId.slice("pi_".length)}`
}

/** The intent of which an object of `prefix` is a view; null when `id` is no such id. */
export function intentIdOf(prefix: "ch" | "pm", id: string): string | null {
  const match = /^([a-z]+)_(\w{10,40})$/.exec(id)
  return match?.[1] === prefix ? `pi_${match[2]}` : null
}

export type StripeList<T> = { object: "list"; url: string; has_more: boolean; data: T[] }

export function toList<T>(url: string, data: T[], hasMore: boolean): StripeList<T> {
  return { object: "list", url, has_more: hasMore, data }
}
