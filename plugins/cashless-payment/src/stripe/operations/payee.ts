import type { Payee } from "../../modules/cashless-payment/operations/create-intent"
import type { IntentTerms, Rail } from "../../modules/cashless-payment/operations/payment-intent-view"
import { textOrNull } from "../../modules/cashless-payment/operations/sql"
import type { StripeCall } from "../endpoint"
import { invalidRequest, type StripeApiError } from "../stripe-error"

/** The account the money is for; null: the platform's own. */
export function paidAccount(terms: IntentTerms): string | null {
  return terms.transfer_destination ?? terms.on_behalf_of
}

/**
 * VNPay's money comes to the platform, which owes it to the account of `transfer_data[destination]`: a destination charge.
 * That account must be one that could be paid. `on_behalf_of` alone transfers nothing, and to an account that another
 * plugin registered (`reference`) that would be money held for somebody whom nobody's books owe it. Throws 400.
 */
export async function assertRailPays({ sql }: Pick<StripeCall<unknown>, "sql">, terms: IntentTerms, rail: Rail): Promise<void> {
  const accountId = paidAccount(terms)
  if (rail !== "vnpay" || accountId === null) return
  const [row] = await sql("select reference, account_number from payment_account where id = ? and deleted_at is null", [accountId])
  if (terms.transfer_destination !== null) {
    if (!row || textOrNull(row, "account_number") === null) throw cannotBePaid(accountId, terms)
    return
  }
  if (!row || textOrNull(row, "reference") === null) return
  throw invalidRequest(`A payment by vnpay comes to the platform, and on_behalf_of alone transfers nothing to '${accountId}'. Name the account in transfer_data[destination], or use a PaymentMethod of the type vietqr.`, {
    code: "payment_intent_incompatible_payment_method",
    param: "on_behalf_of",
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
  throw cannotBePaid(accountId, terms)
}

function cannotBePaid(accountId: string, terms: IntentTerms): StripeApiError {
  return invalidRequest(`The account '${accountId}' has no bank account that could be paid, or is not active at present.`, {
    code: "insufficient_capabilities_for_transfer",
    param: terms.transfer_destination ? "transfer_data[destination]" : "on_behalf_of",
  })
}
