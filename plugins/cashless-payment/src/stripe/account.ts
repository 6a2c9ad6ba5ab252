import type Stripe from "stripe"
import { instant, text, textOrNull, type Row } from "../modules/cashless-payment/operations/sql"
import { seconds, toList } from "./object"

/** Somebody who is paid to a bank account of their own, as Stripe's Account: it has no login and no payouts of ours. */
export function toStripeAccount(row: Row) {
  const id = text(row, "id")
  const canBePaid = textOrNull(row, "account_number") !== null
  return {
    id,
    object: "account",
    business_profile: {
      ...{ annual_revenue: null, estimated_worker_count: null, minority_owned_business_designation: null, specified_commercial_transactions_act_url: null, mcc: null, name: textOrNull(row, "name"), product_description: null },
      ...{ support_address: null, support_email: null, support_phone: null, support_url: null, url: null },
    },
    charges_enabled: canBePaid,
    country: "VN",
    created: seconds(instant(row, "created_at").toISOString()) ?? 0,
    default_currency: "vnd",
    details_submitted: canBePaid,
    email: textOrNull(row, "email"),
    external_accounts: toList(`/v1/accounts/${id}/external_accounts`, canBePaid ? [bankAccount(row, id)] : [], false),
    metadata: { ...(row.metadata as Record<string, string>) },
    payouts_enabled: canBePaid,
    type: "custom",
  } satisfies Stripe.Account
}

/** As Stripe shows it: the last four digits, and the bank by its BIN. */
function bankAccount(row: Row, account: string) {
  return {
    id: `ba_${account.slice("acct_".length)}`,
    object: "bank_account",
    account,
    account_holder_name: textOrNull(row, "account_name"),
    account_holder_type: null,
    account_type: null,
    bank_name: textOrNull(row, "bank_name"),
    country: "VN",
    currency: "vnd",
    default_for_currency: true,
    fingerprint: null,
    last4: text(row, "account_number").slice(-4),
    routing_number: textOrNull(row, "bin"),
    status: "new",
  } satisfies Stripe.BankAccount
}
