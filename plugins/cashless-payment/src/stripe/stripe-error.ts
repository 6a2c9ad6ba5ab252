export type StripeErrorFields = { message: string; code?: string; param?: string }

/** An error as Stripe words it: `{ error: { type, message, code?, param? } }`. */
export class StripeApiError extends Error {
  constructor(
    readonly status: number,
    readonly fields: StripeErrorFields,
  ) {
    super(fields.message)
  }

  get body(): { error: StripeErrorFields & { type: "invalid_request_error" } } {
    return { error: { type: "invalid_request_error", ...this.fields } }
  }
}

export function noSuch(object: string, id: string, param: string): StripeApiError {
  return new StripeApiError(404, { message: `No such ${object}: '${id}'`, code: "resource_missing", param })
}

export function unrecognizedUrl(method: string, path: string): StripeApiError {
  return new StripeApiError(404, { message: `Unrecognized request URL (${method}: ${path}).` })
}
