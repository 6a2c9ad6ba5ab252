/** Of Stripe's error types those that can happen here (docs.stripe.com/api/errors). */
export type StripeErrorType = "invalid_request_error" | "idempotency_error" | "api_error"

export type StripeErrorFields = {
  message: string
  type?: StripeErrorType
  code?: string
  param?: string
  /** The intent as it stands, where its state is the reason: Medusa's provider reads its status. */
  payment_intent?: object
}

const PASSING = new Set(["lock_timeout", "payment_method_provider_timeout"])

/** An error as Stripe words it: `{ error: { type, message, code?, param?, payment_intent? } }` with its HTTP status. */
export class StripeApiError extends Error {
  constructor(
    readonly status: number,
    readonly fields: StripeErrorFields,
  ) {
    super(fields.message)
  }

  /** The same request may go well in a moment: such a refusal is kept for no Idempotency-Key, and the SDK tries again. */
  get isPassing(): boolean {
    return this.status === 409 || this.status >= 500 || (this.fields.code !== undefined && PASSING.has(this.fields.code))
  }

  get body() {
    return { error: { ...this.fields, type: this.fields.type ?? "invalid_request_error" } }
  }
}

export function invalidRequest(message: string, fields: { code?: string; param?: string; payment_intent?: object } = {}): StripeApiError {
  return new StripeApiError(400, { message, ...fields })
}

export function noSuch(object: string, id: string, param: string): StripeApiError {
  return new StripeApiError(404, { message: `No such ${object}: '${id.slice(0, 100)}'`, code: "resource_missing", param })
}

/** An id in a parameter that names nothing: Stripe's 404 is for the id in the path alone. */
export function noSuchParam(object: string, id: string, param: string): StripeApiError {
  return invalidRequest(`No such ${object}: '${id.slice(0, 100)}'`, { code: "resource_missing", param })
}

export function unrecognizedUrl(method: string, path: string): StripeApiError {
  return new StripeApiError(404, { message: `Unrecognized request URL (${method}: ${path}).` })
}

export function unexpectedState(message: string, paymentIntent: object): StripeApiError {
  return invalidRequest(message, { code: "payment_intent_unexpected_state", payment_intent: paymentIntent })
}

/** What the marketplace opened for an order belongs to that order: changed here, order and money would disagree. */
export function belongsToOrder(id: string): StripeApiError {
  return new StripeApiError(403, { message: `The PaymentIntent '${id}' belongs to an order of the marketplace and can only be read here. Change the order instead.` })
}
