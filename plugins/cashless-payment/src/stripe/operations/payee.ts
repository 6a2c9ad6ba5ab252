import type { Payee } from "../../modules/cashless-payment/operations/create-intent"
import type { IntentTerms, Rail } from "../../modules/cashless-payment/operations/payment-intent-view"
import { textOrNull } from "../../modules/cashless-payment/operations/sql"
import type { StripeCall } from "../endpoint"
import { invalidRequest } from "../stripe-error"

/** The account the money is for; null: the platform's own. */
export function paidAccount(terms: IntentTerms): string | null {
  return terms.transfer_destination ?? terms.on_behalf_of
}

/**
 * VNPay's money comes to the platform. For an account that another plugin registered (`reference`) that would be money
 * held for somebody outside of any order, which nobody's books expect: such an account is paid to its own bank account.
 * Throws 400.
 */
export async function assertRailPays({ sql }: Pick<StripeCall<unknown>, "sql">, terms: IntentTerms, rail: Rail): Promise<void> {
  const accountId = paidAccount(terms)
  if (rail !== "vnpay" || accountId === null) return
  const [row] = await sql("select 1 from payment_account where id = ? and reference is not null and deleted_at is null", [accountId])
  if (!row) return
  throw invalidRequest(`The account '${accountId}' is paid to its own bank account and cannot be paid by vnpay. Use a PaymentMethod of the type vietqr.`, {
    code: "payment_intent_incompatible_payment_method",
    param: terms.transfer_destination ? "transfer_data[destination]" : "on_behalf_of",
  })
}

/**
 * Whose bank account a VietQR names: that of the account the money is for (transfer_data, else on_behalf_of), else the
 * platform's own of the settings. Throws 400 when there is none: a QR to nobody must not exist.
 */
export async function payeeOf({ sql, settings }: Pick<StripeCall<unknown>, "sql" | "settings">, terms: IntentTerms): Promise<Payee> {
  const accountId = paidAccount(terms)
  if (accountId === null) {
    if (settings.account) return settings.account
    throw invalidRequest("No bank account to receive VietQR payments is set up on this platform. Name an account in transfer_data[destination] or on_behalf_of.", { code: "account_missing", param: "transfer_data" })
  }
  const [row] = await sql("select * from payment_account where id = ? and deleted_at is null", [accountId])
  const [bin, accountNumber, accountName, bankName] = ["bin", "account_number", "account_name", "bank_name"].map((column) => row && textOrNull(row, column))
  if (bin && accountNumber && accountName && bankName) return { bin, accountNumber, accountName, bankName }
  throw invalidRequest(`The account '${accountId}' has no bank account that could be paid, or is not active at present.`, {
    code: "insufficient_capabilities_for_transfer",
    param: terms.transfer_destination ? "transfer_data[destination]" : "on_behalf_of",
  })
}
