import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../modules/ledger"
import { ledgerErrors } from "../../../../modules/ledger/errors"
import { UnbalancedJournal } from "../../../../modules/ledger/rules/journal"
import { adjustmentEntries } from "../../../../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../../../../modules/ledger/service"
import { actingUserId } from "../../../actor"
import { AdjustmentBody } from "../validators"

/** POST /admin/ledger/adjustments {reference, reason, entries: [{account, seller_id?, amount_vnd}]} → 201 {id}: a correction, which must balance. */
export const POST = validated({ body: AdjustmentBody }, async (req, res, { body }) => {
  const now = new Date()
  const journal = {
    key: `adjustment:${body.reference}`,
    kind: "adjustment" as const,
    occurredAt: now,
    day: todayInVietnam(now),
    sellerId: body.entries.find(({ seller_id }) => seller_id)?.seller_id ?? null,
    reason: body.reason,
    postedBy: actingUserId(req),
    entries: balancedOrRefused(body.entries.map(({ account, seller_id, amount_vnd }) => ({ account, sellerId: seller_id ?? null, amountVnd: amount_vnd }))),
  }
  const { id, posted } = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).post(journal)
  if (!posted) throw ledgerErrors.sameReference()
  res.status(201).json({ id })
})

function balancedOrRefused(lines: Parameters<typeof adjustmentEntries>[0]) {
  try {
    return adjustmentEntries(lines)
  } catch (error) {
    if (error instanceof UnbalancedJournal) throw ledgerErrors.unbalanced()
    throw error
  }
}
