import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../modules/ledger"
import { ledgerErrors } from "../../../../modules/ledger/errors"
import { SELLER_ACCOUNTS, UnbalancedJournal } from "../../../../modules/ledger/rules/journal"
import { adjustmentEntries } from "../../../../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../../../../modules/ledger/service"
import { SELLER_MODULE } from "../../../../modules/seller"
import { sellerNotFound } from "../../../../modules/seller/errors"
import type SellerModuleService from "../../../../modules/seller/service"
import { fetchAdjustments } from "../../../../queries/adjustments"
import { actingUserId } from "../../../actor"
import { AdjustmentBody, AdjustmentsQuery } from "../validators"

/** GET /admin/ledger/adjustments?state&limit&offset → {adjustments, count, limit, offset}, newest first. */
export const GET = validated({ query: AdjustmentsQuery }, async (req, res, { query: { state, limit, offset } }) => {
  res.json({ ...(await fetchAdjustments(req.scope, state ? { state } : {}, { take: limit, skip: offset })), limit, offset })
})

/** POST /admin/ledger/adjustments {reference, reason, entries: [{account, seller_id?, amount_vnd}]} → 201 {id}: a correction, which must balance. It is booked once another person approves it. */
export const POST = validated({ body: AdjustmentBody }, async (req, res, { body }) => {
  const entries = body.entries.map(({ account, seller_id, amount_vnd }) => ({ account, seller_id: seller_id ?? null, amount_vnd }))
  const stray = entries.findIndex(({ account, seller_id }) => SELLER_ACCOUNTS.includes(account) !== (seller_id !== null))
  if (stray >= 0) throw ledgerErrors.sellerAccount(`entries.${stray}.seller_id`)
  assertBalanced(entries)
  const sellers = [...new Set(entries.flatMap(({ seller_id }) => seller_id ?? []))]
  const known = sellers.length ? await req.scope.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: sellers }, { select: ["id"], take: sellers.length }) : []
  if (known.length < sellers.length) throw sellerNotFound()
  const id = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).proposeAdjustment({ reference: body.reference, reason: body.reason, entries, proposedBy: actingUserId(req) })
  res.status(201).json({ id })
})

function assertBalanced(entries: { account: Parameters<typeof adjustmentEntries>[0][number]["account"]; seller_id: string | null; amount_vnd: number }[]): void {
  try {
    const kept = adjustmentEntries(entries.map(({ account, seller_id, amount_vnd }) => ({ account, sellerId: seller_id, amountVnd: amount_vnd })))
    if (kept.length === 0) throw ledgerErrors.unbalanced()
  } catch (error) {
    throw error instanceof UnbalancedJournal ? ledgerErrors.unbalanced() : error
  }
}
