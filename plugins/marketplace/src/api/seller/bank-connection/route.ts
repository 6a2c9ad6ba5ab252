import { validated } from "@cho-phien/administrative-units"
import type { PayeeConnection } from "@cho-phien/cashless-payment"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { SELLER_MODULE } from "../../../modules/seller"
import { connectionRefused, noBankAccount } from "../../../modules/seller/bank-connection-errors"
import type SellerModuleService from "../../../modules/seller/service"
import { cashlessPayment } from "../../../workflows/cashless"
import { actingSellerId } from "../../require-active-member"
import { actingPerson } from "../acting-person"

const Connection = z
  .object({
    provider: z.enum(["sepay", "payos", "casso"]),
    secret: z.string().trim().min(1).max(300),
    /** Opens the list of transactions. Left out it stays as it is; null takes it away. */
    list_key: z.string().trim().max(300).nullish(),
  })
  .strict()

/** GET: the shop's account and how its bank tells the marketplace of money. A secret is never shown again. */
export const GET = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  const connection = await cashlessPayment(req.scope).bank.findConnection(actingSellerId(req))
  res.json({ account: await accountOf(req), connection: connection && shown(connection) })
})

/** POST: connects the shop's own aggregator, or changes its secret; the one before stays good for a day. */
export const POST = validated({ body: Connection }, async (req: AuthenticatedMedusaRequest, res, { body }) => {
  const account = await accountOf(req)
  if (!account) throw noBankAccount()
  const input = { ownerReference: actingSellerId(req), provider: body.provider, account: { bin: account.bin, accountNumber: account.account_number }, secret: body.secret, listKey: body.list_key }
  const connection = await cashlessPayment(req.scope).bank.connectPayee(input, await actingPerson(req)).catch(connectionRefused)
  res.json({ account, connection: shown(connection) })
})

/** DELETE: the address answers nobody any more and the secrets are gone. */
export const DELETE = validated({}, async (req: AuthenticatedMedusaRequest, res) => {
  await cashlessPayment(req.scope).bank.disconnectPayee(actingSellerId(req), await actingPerson(req))
  res.json({ account: await accountOf(req), connection: null })
})

async function accountOf(req: AuthenticatedMedusaRequest) {
  const seller = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).retrieveSeller(actingSellerId(req))
  if (!seller.bank_bin || !seller.bank_account_number) return null
  return { bin: seller.bank_bin, bank_name: seller.bank_name, account_number: seller.bank_account_number, account_name: seller.bank_account_name }
}

function shown({ path, ...connection }: PayeeConnection) {
  return { ...connection, url: `${(process.env.BACKEND_URL || "http://localhost:9000").replace(/\/$/, "")}${path}` }
}
