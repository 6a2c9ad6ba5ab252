import { generateEntityId } from "@medusajs/framework/utils"
import { insertRow, type Sql } from "../../modules/cashless-payment/operations/sql"
import { bankName } from "../../modules/cashless-payment/rules/banks"
import { toStripeAccount } from "../account"
import { email } from "../email-param"
import type { StripeCall } from "../endpoint"
import { toList } from "../object"
import { createdWithin, readPage } from "../page"
import { hash, LIST_PARAMS, mergeMetadata, metadata, oneOf, required, text, timeRange, type Reader, type Values } from "../params"
import { invalidRequest, noSuch, noSuchParam } from "../stripe-error"

const matching = (pattern: RegExp, what: string): Reader<string> => (value, param) => {
  if (typeof value === "string" && pattern.test(value)) return value
  throw invalidRequest(what, { param })
}

export const CREATE_ACCOUNT_PARAMS = {
  business_profile: hash({ name: text(200) }),
  country: oneOf(["VN"]),
  default_currency: oneOf(["vnd"]),
  email,
  external_account: hash({
    object: required(oneOf(["bank_account"])),
    account_holder_name: required(text(120)),
    account_number: required(matching(/^[A-Za-z0-9]{1,19}$/, "An account number has 1 to 19 letters or digits.")),
    country: required(oneOf(["VN"])),
    currency: required(oneOf(["vnd"])),
    routing_number: required(matching(/^\d{6}$/, "The routing number of a bank in Vietnam is its BIN of six digits.")),
  }),
  metadata,
  type: oneOf(["custom"]),
}

export async function createAccount({ sql, params }: StripeCall<Values<typeof CREATE_ACCOUNT_PARAMS>>): Promise<object> {
  const { external_account: bank } = params
  const row = await insertRow(sql, "payment_account", {
    id: generateEntityId(undefined, "acct"),
    name: params.business_profile?.name ?? null,
    email: params.email ?? null,
    ...(bank && { bin: bank.routing_number, bank_name: bankName(bank.routing_number), account_number: bank.account_number, account_name: bank.account_holder_name }),
    metadata: JSON.stringify(mergeMetadata({}, params.metadata)),
  })
  return toStripeAccount(row!)
}

export async function retrieveAccount({ sql, id }: StripeCall<unknown>): Promise<object> {
  const [row] = await sql("select * from payment_account where id = ? and deleted_at is null", [id])
  if (!row) throw noSuch("account", id, "account")
  return toStripeAccount(row)
}

export const LIST_ACCOUNTS_PARAMS = { ...LIST_PARAMS, created: timeRange }

export async function listAccounts({ sql, params }: StripeCall<Values<typeof LIST_ACCOUNTS_PARAMS>>): Promise<object> {
  const { rows, hasMore } = await readPage(sql, "payment_account", "account", params, createdWithin(params.created))
  return toList("/v1/accounts", rows.map(toStripeAccount), hasMore)
}

/** Throws for an account that is not there. */
export async function requireAccount(sql: Sql, id: string, param: string): Promise<void> {
  if ((await sql("select 1 from payment_account where id = ? and deleted_at is null", [id])).length === 0) throw noSuchParam("destination", id, param)
}
