import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../modules/ledger"
import { ledgerErrors } from "../../../../modules/ledger/errors"
import { settlementEntries } from "../../../../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../../../../modules/ledger/service"
import { actingUserId } from "../../../actor"
import { SettlementBody } from "../validators"

/** POST /admin/ledger/settlements {reference, day, gross_vnd, fee_vnd} → 201 {id}: VNPay paid its collections into our bank, less its fee; 400 ledger.future_day. */
export const POST = validated({ body: SettlementBody }, async (req, res, { body: { reference, day, gross_vnd, fee_vnd } }) => {
  // The books take nothing back: a year typed wrong would stay.
  if (day > todayInVietnam()) throw ledgerErrors.futureDay()
  const { id, posted } = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).post({
    key: `settlement:vnpay:${reference}`,
    kind: "gateway_settlement",
    occurredAt: new Date(`${day}T12:00:00+07:00`),
    day,
    facts: { reference, gross_vnd, fee_vnd },
    postedBy: actingUserId(req),
    entries: settlementEntries("psp_clearing:vnpay", gross_vnd, fee_vnd),
  })
  if (!posted) throw ledgerErrors.sameReference()
  res.status(201).json({ id })
})
