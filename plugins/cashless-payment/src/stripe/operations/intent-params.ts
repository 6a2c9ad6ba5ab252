import type { Rail } from "../../modules/cashless-payment/operations/payment-intent-view"
import { intentShipping } from "../address-params"
import { email } from "../email-param"
import { invalidRequest } from "../stripe-error"
import { boolean, hash, integer, list, metadata, oneOf, required, text, unsettable, type Reader } from "../params"

export const RAILS = ["vietqr", "vnpay"] as const satisfies readonly Rail[]

/** Too much for every rail is `amount_too_large` (intent-terms.ts). */
const amount = integer(1)

/** In lower case, as Stripe gives it back; it takes either. */
const currency: Reader<"vnd"> = (value, param) => oneOf(["vnd"])(typeof value === "string" ? value.toLowerCase() : value, param)
export const MAX_EXPIRY_SECONDS = 14 * 86_400

const ipAddress: Reader<string> = (value, param) => {
  if (typeof value !== "string" || !/^[0-9A-Fa-f.:]{7,45}$/.test(value)) throw invalidRequest("Invalid ip_address", { param })
  return value
}

/** Money can't be reserved on a bank account here: it has come or it has not. */
const captureMethod: Reader<string> = (value, param) => {
  const method = oneOf(["automatic", "automatic_async", "manual"])(value, param)
  if (method === "manual") throw invalidRequest("None of the payment method types vietqr and vnpay supports capture_method=manual.", { param })
  return method
}

export const METHOD_PARAMS = {
  payment_method: text(255),
  payment_method_data: hash({ type: required(oneOf(RAILS)) }),
  payment_method_options: hash({
    vietqr: hash({ expires_after_seconds: integer(60, MAX_EXPIRY_SECONDS) }),
    vnpay: hash({ bank_code: oneOf(["VNPAYQR", "VNBANK", "INTCARD"]), display: oneOf(["redirect", "qr_code"]), locale: oneOf(["vn", "en"]), ip_address: ipAddress }),
  }),
  return_url: text(255),
  receipt_email: unsettable(email),
  shipping: unsettable(intentShipping),
}

/** What create and update both take. */
export const DETAIL_PARAMS = {
  ...METHOD_PARAMS,
  application_fee_amount: unsettable(integer(0)),
  capture_method: captureMethod,
  customer: text(255),
  description: unsettable(text(1000)),
  metadata,
  payment_method_types: list(oneOf(RAILS), RAILS.length),
  statement_descriptor: unsettable(text(22)),
  statement_descriptor_suffix: unsettable(text(22)),
  transfer_group: unsettable(text(255)),
}

export const CREATE_PARAMS = {
  ...DETAIL_PARAMS,
  amount: required(amount),
  currency: required(currency),
  automatic_payment_methods: hash({ enabled: required(boolean), allow_redirects: oneOf(["always", "never"]) }),
  confirm: boolean,
  confirmation_method: oneOf(["automatic"]),
  on_behalf_of: text(255),
  transfer_data: hash({ destination: required(text(255)), amount: integer(1) }),
}

export const UPDATE_PARAMS = { ...DETAIL_PARAMS, amount, currency, transfer_data: hash({ amount: integer(1) }) }
