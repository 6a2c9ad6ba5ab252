import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { moneyNotTaken } from "../../../../../modules/order-group/money-received-errors"
import { fetchMoneyReceived } from "../../../../../queries/money-received"
import { applyIntent } from "../../../../../workflows/apply-intent"
import { cashlessPayment } from "../../../../../workflows/cashless"
import { actingSellerId } from "../../../../require-active-member"
import { actingPerson } from "../../../acting-person"
import { SellerOrderParams } from "../../validators"

const Said = z
  .object({
    amount_vnd: z.number().int().positive().max(499_999_999),
    bank_reference: z.string().trim().max(60).nullish(),
    note: z.string().trim().max(500).nullish(),
  })
  .strict()

/** GET: whether the seller may say that an order's money has come, what is missing, and what was said before. */
export const GET = validated({ params: SellerOrderParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  const { view } = await fetchMoneyReceived(req.scope, actingSellerId(req), params.id)
  res.json({ money_received: view })
})

/** POST: the seller has seen the money on the account. Kept with who said it; said again it counts once. */
export const POST = validated({ params: SellerOrderParams, body: Said }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  const sellerId = actingSellerId(req)
  const { intentId } = await fetchMoneyReceived(req.scope, sellerId, params.id)
  if (!intentId) throw moneyNotTaken({ kind: "wrong_rail" })
  const said = { intentId, amountVnd: body.amount_vnd, bankReference: body.bank_reference || null, note: body.note || null }
  const outcome = await cashlessPayment(req.scope).bank.takeByHand(said, await actingPerson(req))
  if (outcome.kind !== "recorded") throw moneyNotTaken(outcome)
  // The outbox does the same in a moment; done here too, the page that follows shows the order paid.
  await applyIntent(req.scope, intentId, `by-hand:${intentId}`).catch((error: Error) => req.scope.resolve("logger").debug(`Left to the outbox: ${error.message}`))
  res.json({ money_received: (await fetchMoneyReceived(req.scope, sellerId, params.id)).view })
})
