export type VnpayOutcome = "paid" | "suspected" | "pending" | "failed"

/**
 * What a signed VNPay notice says about the money.
 *
 * Paid only when ResponseCode is 00 AND TransactionStatus is 00: VNPay's own demos disagree (PHP takes OR,
 * Java and Node look at one code only), and OR ships goods for a payment that was reversed.
 * 07 in either means the money was taken but the transaction is suspected: never fulfil on it.
 * Status 01 (not finished) and 04 (debited at the bank, not successful at VNPay) are open questions, not failures.
 */
export function vnpayOutcome(responseCode: string, transactionStatus: string): VnpayOutcome {
  if (responseCode === "00" && transactionStatus === "00") return "paid"
  if (responseCode === "07" || transactionStatus === "07") return "suspected"
  if (transactionStatus === "01" || transactionStatus === "04") return "pending"
  return "failed"
}

/** What our IPN route answers; VNPay stops calling on 00 and 02 and otherwise retries, 10 calls 5 minutes apart. */
export const IPN_ANSWER = {
  confirmed: { RspCode: "00", Message: "Confirm Success" },
  orderNotFound: { RspCode: "01", Message: "Order not Found" },
  alreadyConfirmed: { RspCode: "02", Message: "Order already confirmed" },
  invalidAmount: { RspCode: "04", Message: "Invalid amount" },
  invalidSignature: { RspCode: "97", Message: "Invalid signature" },
  unknownError: { RspCode: "99", Message: "Unknown error" },
} as const

export type IpnAnswer = (typeof IPN_ANSWER)[keyof typeof IPN_ANSWER]
