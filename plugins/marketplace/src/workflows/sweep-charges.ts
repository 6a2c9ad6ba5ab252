import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import { houseShareOfRefund, type HouseHas } from "../modules/ledger/rules/charge-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"
import { chargeKey, houseHas, postCharge } from "./post-charge"
import { amountsOf, chargeRefundFailedKey, chargeRefundKey, postChargeRefund, surplusKey, toRefundOfCharge, type RefundOfCharge } from "./post-charge-refund"

const BATCH = 500

/** The second way into the books of what /v1 brought and gave back since `since`, see sweep-books. Returns how many could not be posted. */
export async function sweepCharges(container: MedusaContainer, since: Date): Promise<number> {
  let failed = 0
  const missing = async (keys: string[]) => new Set(await container.resolve<LedgerModuleService>(LEDGER_MODULE).missingKeys(keys))
  const payments = cashlessPayment(container)
  for (let skip = 0; ; skip += BATCH) {
    const rows = await payments.listPaymentIntents({ origin: "api", succeeded_at: { $gte: since } }, { select: ["id", "origin", "rail", "terms"], skip, take: BATCH, order: { id: "ASC" } })
    const charges = rows.filter((row) => houseHas(row) !== null)
    const keys = await missing(charges.map(({ id }) => chargeKey(id)))
    for (const { id } of charges.filter(({ id }) => keys.has(chargeKey(id)))) failed += await orLater(container, id, async () => postCharge(container, await payments.retrieveIntent(id)))
    if (rows.length < BATCH) break
  }
  for (let skip = 0; ; skip += BATCH) {
    const rows = await payments.listPaymentRefunds({ updated_at: { $gte: since }, intent: { origin: "api" } }, { relations: ["intent"], skip, take: BATCH, order: { id: "ASC" } })
    const refunds = rows.map((row) => ({ into: houseHas(row.intent), refund: toRefundOfCharge(row) })).filter(isInBooks).map(({ refund }) => refund)
    const keys = await missing(refunds.flatMap(keysOf))
    for (const refund of refunds.filter((one) => keysOf(one).some((key) => keys.has(key)))) failed += await orLater(container, refund.id, () => postChargeRefund(container, refund))
    if (rows.length < BATCH) return failed
  }
}

function keysOf({ id, status, charge_parts }: RefundOfCharge): string[] {
  if (charge_parts === null) return [surplusKey(id)]
  return status === "failed" || status === "canceled" ? [chargeRefundKey(id), chargeRefundFailedKey(id)] : [chargeRefundKey(id)]
}

/** Money that went straight to an account and back from there is not in the books, but for what its shop no longer owes; VNPay's surplus is there from when it came. */
function isInBooks({ into, refund }: { into: HouseHas | null; refund: RefundOfCharge }): boolean {
  return refund.charge_parts === null ? into === "bank" : into !== null || houseShareOfRefund(amountsOf(refund)) > 0
}

/** One that can't be posted (1) does not keep the others out of the books. */
async function orLater(container: MedusaContainer, id: string, work: () => Promise<void>): Promise<0 | 1> {
  try {
    await cashlessPayment(container).stepAside()
    await work()
    return 0
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`${id} of /v1 is not in the books yet and will be tried again: ${String(error)}`)
    return 1
  }
}
