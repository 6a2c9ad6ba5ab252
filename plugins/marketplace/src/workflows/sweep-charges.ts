import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import { houseShareOfRefund } from "../modules/ledger/rules/charge-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"
import { chargeKey, postCharge } from "./post-charge"
import { amountsOf, chargeRefundFailedKey, chargeRefundKey, postChargeRefund, toRefundOfCharge, type RefundOfCharge } from "./post-charge-refund"

const BATCH = 500

/** The second way into the books of what /v1 brought and gave back since `since`, see sweep-books. Returns how many could not be posted. */
export async function sweepCharges(container: MedusaContainer, since: Date): Promise<number> {
  let failed = 0
  const missing = async (keys: string[]) => new Set(await container.resolve<LedgerModuleService>(LEDGER_MODULE).missingKeys(keys))
  const payments = cashlessPayment(container)
  for (let skip = 0; ; skip += BATCH) {
    const charges = await payments.listPaymentIntents({ origin: "api", rail: "vnpay", succeeded_at: { $gte: since } }, { select: ["id"], skip, take: BATCH, order: { id: "ASC" } })
    const keys = await missing(charges.map(({ id }) => chargeKey(id)))
    for (const { id } of charges.filter(({ id }) => keys.has(chargeKey(id)))) failed += await orLater(container, id, () => postCharge(container, id))
    if (charges.length < BATCH) break
  }
  for (let skip = 0; ; skip += BATCH) {
    const rows = await payments.listPaymentRefunds({ updated_at: { $gte: since }, charge_parts: { $ne: null } as never }, { relations: ["intent"], skip, take: BATCH, order: { id: "ASC" } })
    const refunds = rows.map((row) => ({ rail: row.intent.rail, refund: toRefundOfCharge(row) })).filter(isInBooks).map(({ refund }) => refund)
    const keys = await missing(refunds.flatMap(keysOf))
    for (const refund of refunds.filter((one) => keysOf(one).some((key) => keys.has(key)))) failed += await orLater(container, refund.id, () => postChargeRefund(container, refund))
    if (rows.length < BATCH) return failed
  }
}

const keysOf = ({ id, status }: RefundOfCharge) => (status === "failed" || status === "canceled" ? [chargeRefundKey(id), chargeRefundFailedKey(id)] : [chargeRefundKey(id)])

/** Money that went straight to an account and back from there is not in the books, but for what its shop no longer owes. */
const isInBooks = ({ rail, refund }: { rail: string; refund: RefundOfCharge }) => rail === "vnpay" || houseShareOfRefund(amountsOf(refund)) > 0

/** One that can't be posted (1) does not keep the others out of the books. */
async function orLater(container: MedusaContainer, id: string, work: () => Promise<void>): Promise<0 | 1> {
  try {
    await work()
    return 0
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`${id} of /v1 is not in the books yet and will be tried again: ${String(error)}`)
    return 1
  }
}
