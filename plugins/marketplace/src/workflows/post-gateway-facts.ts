import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import type { Entry } from "../modules/ledger/rules/journal"
import { assignedReceiptEntries, refundExecutedEntries, surplusEntries, unmatchedReceiptEntries } from "../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"
import { houseHas } from "./post-charge"

const BATCH = 500

/**
 * What happened between the gateway and the platform alone: refunds that reached the buyer, and money that came but
 * belongs to no order, or came too late or twice and goes back. Only VNPay's, and refunds of what /v1 brought to our bank:
 * what moves on a seller's own account is not in our books.
 */
export async function postGatewayFacts(container: MedusaContainer, since: Date): Promise<void> {
  await postExecutedRefunds(container, since)
  await postReceipts(container, since)
}

async function postExecutedRefunds(container: MedusaContainer, since: Date): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const payments = cashlessPayment(container)
  for (let skip = 0; ; skip += BATCH) {
    const refunds = await payments.listPaymentRefunds({ status: "succeeded", updated_at: { $gte: since } }, { relations: ["intent"], skip, take: BATCH, order: { id: "ASC" } })
    const missing = new Set(await ledger.missingKeys(refunds.map(({ id }) => `refund_executed:${id}`)))
    for (const refund of refunds) {
      if (!missing.has(`refund_executed:${refund.id}`) || (refund.intent.rail !== "vnpay" && houseHas(refund.intent) === null)) continue
      const at = new Date(refund.updated_at)
      await payments.stepAside()
      await ledger.post({
        key: `refund_executed:${refund.id}`,
        kind: "refund_executed",
        occurredAt: at,
        day: todayInVietnam(at),
        facts: { refund_id: refund.id, intent_id: refund.intent.id, amountVnd: Number(refund.amount_vnd) },
        // What VNPay refused to give back, or never had, a person sent from our bank; what it holds stays with it until it settles.
        entries: refundExecutedEntries(refund.method === "by_hand" ? "bank" : "psp_clearing:vnpay", Number(refund.amount_vnd)),
      })
    }
    if (refunds.length < BATCH) return
  }
}

async function postReceipts(container: MedusaContainer, since: Date): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const payments = cashlessPayment(container)
  // While notices come it steps aside before each piece: of a stream of strays it would otherwise never see the end.
  const until = new Date()
  for (let after = ""; ; ) {
    const receipts = await payments.bank.receiptsBeyondPayments({ provider: "vnpay", since, until, after, limit: BATCH })
    const missing = new Set(await ledger.missingKeys(receipts.flatMap(({ id }) => [`unmatched:${id}`, `surplus:${id}`, `assigned:${id}`])))
    for (const { id, amountVnd, surplusVnd, state, reason, bookedAt } of receipts) {
      const matched = state === "matched"
      const wasUnmatched = !missing.has(`unmatched:${id}`)
      const facts = { transaction_id: id, amountVnd, reason }
      const post = async (name: string, entries: Entry[]) => {
        // A gateway that tells much tells of much that belongs to no order, and its next notices wait for these.
        await payments.stepAside()
        await ledger.post({ key: `${name}:${id}`, kind: "unmatched_receipt", occurredAt: bookedAt, day: todayInVietnam(bookedAt), facts, entries })
      }
      if (!matched && state !== "ignored" && !wasUnmatched) await post("unmatched", unmatchedReceiptEntries("psp_clearing:vnpay", amountVnd))
      if (matched && wasUnmatched && missing.has(`assigned:${id}`)) await post("assigned", assignedReceiptEntries("psp_clearing:vnpay", amountVnd))
      if (matched && surplusVnd > 0 && missing.has(`surplus:${id}`)) await post("surplus", surplusEntries("psp_clearing:vnpay", surplusVnd))
    }
    const last = receipts.at(-1)
    if (!last || receipts.length < BATCH) return
    after = last.id
  }
}
