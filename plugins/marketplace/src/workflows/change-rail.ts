import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import type { Rail } from "../modules/order-group/operations/rows"
import type OrderGroupModuleService from "../modules/order-group/service"
import { lacksTimeFor } from "../queries/deadlines-of-change"
import { fetchGroupRails } from "../queries/group-rails"
import { cashlessPayment } from "./cashless"
import { finishReopenedPayments, holdPayments } from "./reopen-payments"

export type ChangeRailInput = { orderGroupId: string; rail: Rail }

/**
 * All orders of a checkout that are not paid yet go over to another rail; orders and reservations stay as they are.
 * The old intents end first: of a change and a payment, or a change and the expiry, at the same moment exactly one
 * wins, and money always does. Asking for the rail they are on already changes nothing.
 */
export async function changeRail(container: MedusaContainer, { orderGroupId, rail }: ChangeRailInput): Promise<void> {
  await container.resolve(Modules.LOCKING).execute([`change-rail:${orderGroupId}`], () => change(container, orderGroupId, rail), { timeout: 30 })
}

async function change(container: MedusaContainer, orderGroupId: string, rail: Rail): Promise<void> {
  if (!(await asksForChange(container, orderGroupId, rail))) return
  const option = (await fetchGroupRails(container, orderGroupId)).find((candidate) => candidate.rail === rail)
  if (!option?.open) {
    // Perhaps closed by what happened since the look above: that the time ran out or money came says more.
    if (!(await asksForChange(container, orderGroupId, rail))) return
    throw rail === "cod" && option?.reason ? checkoutErrors.codRefused(option.reason) : checkoutErrors.railNotOpen()
  }
  const { key, held, moneyCameFirst } = await holdPayments(container, { orderGroupId, orderIds: null, to: rail })
  if (held.length === 0) throw moneyCameFirst ? checkoutErrors.moneyCameFirst() : checkoutErrors.nothingToPay()
  await finishReopenedPayments(container, key)
}

/** Whether something waits on another rail. Refuses what the orders themselves forbid: nothing waits, money is on its way, their time is up. */
async function asksForChange(container: MedusaContainer, orderGroupId: string, rail: Rail): Promise<boolean> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [group] = await groups.listOrderGroups({ id: orderGroupId, status: "placed" }, { take: 1, relations: ["payments"] })
  if (!group) throw checkoutErrors.orderGroupNotFound()
  const waiting = group.payments.filter((payment) => payment.state === "pending" && !payment.shipping_at)
  if (waiting.length === 0) throw group.payments.some((payment) => payment.state === "applying" || payment.state === "reopening") ? checkoutErrors.paymentInProgress() : checkoutErrors.nothingToPay()
  if (waiting.every((payment) => payment.rail === rail)) return false
  for (const intentId of new Set(waiting.flatMap((payment) => payment.intent_id ?? []))) {
    const intent = await cashlessPayment(container).retrieveIntent(intentId)
    if (intent.status === "processing") throw checkoutErrors.paymentChecking()
    if (intent.amount_received_vnd > 0 && intent.status !== "succeeded") throw checkoutErrors.partlyPaid()
  }
  if (await lacksTimeFor(container, waiting, rail)) throw checkoutErrors.noTimeLeft()
  return true
}
