import type { Payee } from "../../modules/cashless-payment/operations/create-intent"
import type { IntentTerms } from "../../modules/cashless-payment/operations/payment-intent-view"
import { textOrNull } from "../../modules/cashless-payment/operations/sql"
import type { StripeCall } from "../endpoint"
import { invalidRequest } from "../stripe-error"

/**
 * Whose bank account a VietQR names: that of the account the money is for (transfer_data, else on_behalf_of), else the
 * platform's own of the settings. Throws 400 when there is none: a QR to nobody must not exist.
 */
export async function payeeOf({ sql, settings }: Pick<StripeCall<unknown>, "sql" | "settings">, terms: IntentTerms): Promise<Payee> {
  const accountId = terms.transfer_destination ?? terms.on_behalf_of
  if (accountId === null) {
    if (settings.account) return settings.account
    throw invalidRequest("No bank account to receive VietQR payments is set up on this platform. Name an account in transfer_data[destination] or on_behalf_of.", { code: "account_missing", param: "transfer_data" })
  }
  const [row] = await sql("select * from payment_account where id = ? and deleted_at is null", [accountId])
  const [bin, accountNumber, accountName, bankName] = ["bin", "account_number", "account_name", "bank_name"].map((column) => row && textOrNull(row, column))
  if (bin && accountNumber && accountName && bankName) return { bin, accountNumber, accountName, bankName }
  throw invalidRequest(`The account '${accountId}' has no bank account that could be paid. Add an external_account to it.`, { code: "account_missing_external_account", param: "transfer_data[destination]" })
}
