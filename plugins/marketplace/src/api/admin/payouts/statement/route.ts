import { validated } from "@cho-phien/administrative-units"
import { receiveBody } from "@cho-phien/ocop"
import { PAYOUT_MODULE } from "../../../../modules/payout"
import { payoutErrors } from "../../../../modules/payout/errors"
import { MAX_STATEMENT_BYTES } from "../../../../modules/payout/limits"
import type PayoutModuleService from "../../../../modules/payout/service"
import { importStatement } from "../../../../workflows/import-statement"
import { actingUserId } from "../../../actor"
import { PayoutsQuery } from "../validators"

/** GET /admin/payouts/statement?limit&offset → {differences, count}: outgoing lines that are no payout as it was sent, still to be worked off. */
export const GET = validated({ query: PayoutsQuery }, async (req, res, { query: { limit, offset } }) => {
  const [rows, count] = await req.scope
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .listAndCountPayoutStatementLines({ outcome: ["amount_differs", "not_sent", "paid_twice", "unknown_code"], resolved_by: null }, { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } })
  const differences = rows.map(({ id, booked_on, amount_vnd, memo, bank_reference, outcome, payout_line_id }) => ({ id, booked_on, amount_vnd: Number(amount_vnd), memo, bank_reference, outcome, payout_line_id }))
  res.json({ differences, count, limit, offset })
})

/** POST /admin/payouts/statement, the CSV as the body → 201 {lines, outcomes}; 400 payout.statement_… says what cannot be read, and where. */
export const POST = validated({}, async (req, res) => {
  const file = await receiveBody(req, MAX_STATEMENT_BYTES, () => payoutErrors.statement("too_long"))
  res.status(201).json(await importStatement(req.scope, file, actingUserId(req)))
})
