import { todayInVietnam, validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../modules/ledger"
import { ledgerErrors } from "../../../../modules/ledger/errors"
import { bankFeeEntries } from "../../../../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../../../../modules/ledger/service"
import { actingUserId } from "../../../actor"
import { BankFeeBody } from "../validators"

/** POST /admin/ledger/bank-fees {reference, day, fee_vnd, note} → 201 {id}: what a bank or payOS charged the house; 400 ledger.future_day, 409 ledger.same_reference. */
export const POST = validated({ body: BankFeeBody }, async (req, res, { body: { reference, day, fee_vnd, note } }) => {
  if (day > todayInVietnam()) throw ledgerErrors.futureDay()
  const { id, posted } = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).post({
    key: `bank_fee:${reference}`,
    kind: "bank_fee",
    occurredAt: new Date(`${day}T12:00:00+07:00`),
    day,
    facts: { reference, fee_vnd },
    reason: note,
    postedBy: actingUserId(req),
    entries: bankFeeEntries(fee_vnd),
  })
  if (!posted) throw ledgerErrors.sameReference()
  res.status(201).json({ id })
})
