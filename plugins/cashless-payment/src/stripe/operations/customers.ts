import { generateEntityId } from "@medusajs/framework/utils"
import { insertRow, type Row, type Sql } from "../../modules/cashless-payment/operations/sql"
import { tell } from "../../modules/cashless-payment/operations/tell"
import { previousAttributes } from "../../modules/cashless-payment/rules/previous-attributes"
import { address, customerShipping } from "../address-params"
import { toDeletedCustomer, toStripeCustomer, type StripeCustomer } from "../customer"
import { email } from "../email-param"
import type { StripeCall } from "../endpoint"
import { toList } from "../object"
import { createdWithin, readPage } from "../page"
import { LIST_PARAMS, mergeMetadata, metadata, oneOf, text, timeRange, unsettable, type Values } from "../params"
import { noSuch, noSuchParam } from "../stripe-error"

export const CUSTOMER_PARAMS = {
  address: unsettable(address),
  description: unsettable(text()),
  email: unsettable(email),
  metadata,
  name: unsettable(text(256)),
  phone: unsettable(text(40)),
  shipping: unsettable(customerShipping),
}
type Params = Values<typeof CUSTOMER_PARAMS>
type Call<P> = StripeCall<P>

export async function createCustomer({ sql, params, settings, now }: Call<Params>): Promise<StripeCustomer> {
  const row = await insertRow(sql, "payment_customer", { id: generateEntityId(undefined, "cus"), ...changed({ metadata: {} }, params) })
  const customer = toStripeCustomer(row!, settings)
  await tell(sql, [{ type: "customer.created", object: customer, intentId: null }], now)
  return customer
}

export async function updateCustomer({ sql, params, settings, id, now }: Call<Params>): Promise<StripeCustomer> {
  const before = await lockCustomer(sql, id)
  const values = changed(before, params)
  const [row] = await sql(
    `update payment_customer set ${Object.keys(values).map((name) => `${name} = ?`).join(", ")}, updated_at = now() where id = ? returning *`,
    [...Object.values(values), id],
  )
  const customer = toStripeCustomer(row!, settings)
  const previous = previousAttributes(toStripeCustomer(before, settings), customer)
  await tell(sql, [{ type: "customer.updated", object: customer, previousAttributes: previous, intentId: null }], now)
  return customer
}

export async function deleteCustomer({ sql, settings, id, now }: Call<unknown>): Promise<object> {
  const customer = toStripeCustomer(await lockCustomer(sql, id), settings)
  await sql("update payment_customer set deleted_at = now(), updated_at = now() where id = ?", [id])
  await tell(sql, [{ type: "customer.deleted", object: customer, intentId: null }], now)
  return toDeletedCustomer(id)
}

/** One that was deleted is still known, as deleted. */
export async function retrieveCustomer({ sql, settings, id }: Call<unknown>): Promise<object> {
  const [row] = await sql("select * from payment_customer where id = ?", [id])
  if (!row) throw noSuch("customer", id, "customer")
  return row.deleted_at ? toDeletedCustomer(id) : toStripeCustomer(row, settings)
}

export const LIST_CUSTOMERS_PARAMS = { ...LIST_PARAMS, created: timeRange, email: text(512) }

export async function listCustomers({ sql, params, settings }: Call<Values<typeof LIST_CUSTOMERS_PARAMS>>): Promise<object> {
  const conditions = [...createdWithin(params.created), ...(params.email ? [{ where: "email = ?", values: [params.email] }] : [])]
  const { rows, hasMore } = await readPage(sql, "payment_customer", "customer", params, conditions)
  return toList("/v1/customers", rows.map((row) => toStripeCustomer(row, settings)), hasMore)
}

export const METHODS_PARAMS = { ...LIST_PARAMS, type: text(60), allow_redisplay: oneOf(["always", "limited", "unspecified"]) }

/** Neither rail has anything that could be kept and used again. */
export async function listPaymentMethods({ sql, id }: Call<unknown>): Promise<object> {
  if ((await sql("select 1 from payment_customer where id = ? and deleted_at is null", [id])).length === 0) throw noSuch("customer", id, "customer")
  return toList(`/v1/customers/${id}/payment_methods`, [], false)
}

/** Throws 400 for a parameter that names a customer who is not there (any more). */
export async function requireCustomer(sql: Sql, id: string, param: string): Promise<void> {
  if ((await sql("select 1 from payment_customer where id = ? and deleted_at is null", [id])).length === 0) throw noSuchParam("customer", id, param)
}

async function lockCustomer(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql("select * from payment_customer where id = ? and deleted_at is null for update", [id])
  if (!row) throw noSuch("customer", id, "customer")
  return row
}

function changed(before: Row, params: Params): Row {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  return {
    ...Object.fromEntries((["description", "email", "name", "phone"] as const).filter((name) => params[name] !== undefined).map((name) => [name, params[name]])),
    ...(params.address !== undefined && { address: json(params.address) }),
    ...(params.shipping !== undefined && { shipping: json(params.shipping) }),
    metadata: JSON.stringify(mergeMetadata({ ...(before.metadata as Record<string, string>) }, params.metadata)),
  }
}
