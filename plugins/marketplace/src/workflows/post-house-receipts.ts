import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { isKeptApart } from "../modules/ledger/rules/kept-apart"
import { assignedReceiptEntries, unmatchedReceiptEntries } from "../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"

const BATCH = 500

/** The facts' names in the books. Nearly always there is one round: a return that is called off puts the money on the desk again. */
const keptKey = (id: string, round: number) => (round === 1 ? `unmatched:${id}` : `unmatched:${id}:${round}`)
const endedKey = (id: string, round: number) => (round === 1 ? `unmatched_ended:${id}` : `unmatched_ended:${id}:${round}`)

/**
 * Money of nobody's on the house's own bank account: kept apart from the day it came, and out again when somebody says
 * what it pays, whose posting then has it, or that it is no money of the fair. Brings the books to where each receipt is;
 * of two that do so at once each posts under the same key, and one that read too early is put right by the next look.
 */
export async function postHouseReceipts(container: MedusaContainer, since: Date): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const payments = cashlessPayment(container)
  const until = new Date()
  for (let after = ""; ; ) {
    const receipts = await payments.bank.receiptsOnHouseAccount({ since, until, after, limit: BATCH })
    const booked = await bookedRounds(ledger, receipts.map(({ id }) => id))
    for (const { id, amountVnd, state, reason, goesBack, bookedAt, changedAt } of receipts) {
      const { round, isKept } = booked.get(id)!
      const keeps = isKeptApart({ state, reason, goesBack })
      if (keeps === isKept) continue
      // It came once; what it becomes later is a fact of that later day.
      const at = keeps && round === 1 ? bookedAt : changedAt
      await payments.stepAside()
      await ledger.post({
        key: keeps ? keptKey(id, round) : endedKey(id, round),
        kind: "unmatched_receipt",
        occurredAt: at,
        day: todayInVietnam(at),
        facts: { transaction_id: id, amountVnd, state, reason },
        entries: keeps ? unmatchedReceiptEntries("bank", amountVnd) : assignedReceiptEntries("bank", amountVnd),
      })
    }
    const last = receipts.at(-1)
    if (!last || receipts.length < BATCH) return
    after = last.id
  }
}

/** Of each receipt the round its books are in: kept apart in it by now, or to be, if it is to be. */
async function bookedRounds(ledger: LedgerModuleService, ids: string[]): Promise<Map<string, { round: number; isKept: boolean }>> {
  const found = new Map<string, { round: number; isKept: boolean }>()
  let open = ids
  for (let round = 1; open.length > 0; round += 1) {
    const missing = new Set(await ledger.missingKeys(open.flatMap((id) => [keptKey(id, round), endedKey(id, round)])))
    for (const id of open) {
      if (missing.has(keptKey(id, round))) found.set(id, { round, isKept: false })
      else if (missing.has(endedKey(id, round))) found.set(id, { round, isKept: true })
    }
    open = open.filter((id) => !found.has(id))
  }
  return found
}
