import { validated } from "@cho-phien/administrative-units"
import { PAYOUT_MODULE } from "../../../modules/payout"
import { payoutErrors } from "../../../modules/payout/errors"
import type PayoutModuleService from "../../../modules/payout/service"
import { fetchPayoutBatch, fetchPayoutBatches } from "../../../queries/payout-batches"
import { planPayoutBatch } from "../../../workflows/plan-payout-batch"
import { transferProvider } from "../../../workflows/transfer-provider"
import { actingUserId } from "../../actor"
import { NewBatchBody, PayoutsQuery } from "./validators"

/** GET /admin/payouts?limit&offset → {payouts, count, limit, offset}, newest first, each with lines and acts. */
export const GET = validated({ query: PayoutsQuery }, async (req, res, { query: { limit, offset } }) => {
  res.json({ ...(await fetchPayoutBatches(req.scope, {}, { take: limit, skip: offset })), limit, offset })
})

/** POST /admin/payouts {reason, way?: bank_file|payos, seller_ids?} → 201 {payout, skipped}: a draft for everybody who is due; 409 payout.nothing_to_pay {skipped}. */
export const POST = validated({ body: NewBatchBody }, async (req, res, { body }) => {
  if (body.way === "payos" && !transferProvider(req.scope)) throw payoutErrors.payosNotSet()
  const plan = await planPayoutBatch(req.scope)
  const wanted = (sellerId: string) => !body.seller_ids || body.seller_ids.includes(sellerId)
  const lines = plan.lines.filter(({ sellerId }) => wanted(sellerId))
  const skipped = plan.skipped.filter(({ sellerId }) => wanted(sellerId)).map(({ sellerId, reason }) => ({ seller_id: sellerId, reason }))
  const id = lines.length > 0 ? await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).insertBatch({ soldUntil: plan.soldUntil, reason: body.reason, createdBy: actingUserId(req), way: body.way, lines }) : null
  if (!id) throw payoutErrors.nothingToPay(skipped)
  res.status(201).json({ payout: await fetchPayoutBatch(req.scope, id), skipped })
})
