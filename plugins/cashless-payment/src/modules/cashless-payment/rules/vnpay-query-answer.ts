import type { MerchantAnswer } from "./vnpay-merchant-api"
import type { VnpayParams } from "./vnpay-signature"

/**
 * What an answer to querydr says about a payment.
 * - `news`: what an IPN would have told, to be taken the same way.
 * - `not_paid`: VNPay does not know it (91), or it was opened and not finished (01).
 * - `unknown`: no word about the payment; ask again. 94 is VNPay's "too often".
 */
export type PaymentNews = { kind: "news"; params: VnpayParams } | { kind: "not_paid" } | { kind: "unknown" }

export function paymentNews(answer: MerchantAnswer): PaymentNews {
  if (answer.responseCode === "91") return { kind: "not_paid" }
  if (answer.responseCode !== "00") return { kind: "unknown" }
  const { transactionStatus: status, transactionType: type } = answer
  // Given back whole at VNPay's own desk, before it ever counted for us: as good as never paid.
  if (type === "02" && ["00", "05", "06"].includes(status)) return { kind: "news", params: asNotice(answer, "99", "02") }
  if (type === "02" || type === "03") return { kind: "unknown" }
  switch (status) {
    case "00":
    case "07":
      return { kind: "news", params: asNotice(answer, status, status) }
    case "02":
    case "04":
      return { kind: "news", params: asNotice(answer, "99", status) }
    case "01":
      return { kind: "not_paid" }
    default:
      return { kind: "unknown" }
  }
}

/** In the answer ResponseCode is about the question; in a notice it is about the payment. */
function asNotice({ params }: MerchantAnswer, responseCode: string, transactionStatus: string): VnpayParams {
  return { ...params, vnp_ResponseCode: responseCode, vnp_TransactionStatus: transactionStatus }
}
