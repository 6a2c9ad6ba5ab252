import { ApiError } from "@cho-phien/administrative-units"
import { PaymentError } from "@cho-phien/cashless-payment"

/** What the payment plugin refuses, said at the field it is about; anything else is passed on. */
export function connectionRefused(error: unknown): never {
  if (!(error instanceof PaymentError)) throw error
  const field = error.reason === "invalid_list_key" ? "list_key" : "secret"
  const type = error.reason === "connections_closed" ? "conflict" : "invalid_data"
  throw new ApiError({ type, code: error.code ?? "", message: error.messages, fields: { [field]: error.messages } })
}

export function noBankAccount(): ApiError {
  return new ApiError({
    type: "conflict",
    code: "bank_connection.no_account",
    message: { vi: "Gian hàng chưa khai tài khoản nhận tiền nên chưa nối được.", en: "The shop has no bank account on file, so there is nothing to connect." },
  })
}
