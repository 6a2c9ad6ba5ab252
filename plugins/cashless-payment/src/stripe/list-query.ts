import { StripeApiError } from "./stripe-error"

export type ListQuery = { limit: number; startingAfter: string | null; endingBefore: string | null }

const KNOWN = new Set(["limit", "starting_after", "ending_before"])

/** Stripe's cursor parameters, refused as Stripe refuses them. */
export function readListQuery(query: Record<string, unknown>): ListQuery {
  for (const name of Object.keys(query)) {
    if (!KNOWN.has(name)) throw new StripeApiError(400, { message: `Received unknown parameter: ${name}`, code: "parameter_unknown", param: name })
  }
  return { limit: readLimit(query.limit), startingAfter: readCursor(query, "starting_after"), endingBefore: readCursor(query, "ending_before") }
}

function readLimit(given: unknown): number {
  if (given === undefined) return 10
  if (typeof given !== "string" || !/^-?\d{1,9}$/.test(given)) {
    throw new StripeApiError(400, { message: `Invalid integer: ${String(given)}`, code: "parameter_invalid_integer", param: "limit" })
  }
  const limit = Number(given)
  if (limit < 1) throw new StripeApiError(400, { message: "This value must be greater than or equal to 1.", code: "parameter_invalid_integer", param: "limit" })
  if (limit > 100) throw new StripeApiError(400, { message: "This value must be less than or equal to 100.", code: "parameter_invalid_integer", param: "limit" })
  return limit
}

function readCursor(query: Record<string, unknown>, name: string): string | null {
  const given = query[name]
  if (given === undefined) return null
  if (typeof given !== "string" || given === "") throw new StripeApiError(400, { message: "Invalid string", code: "parameter_invalid_empty", param: name })
  return given
}
