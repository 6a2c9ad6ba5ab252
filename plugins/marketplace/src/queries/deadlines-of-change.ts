import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { Rail } from "../modules/order-group/operations/rows"
import { deadlineOf, SHORTEST_TIME_MS } from "../modules/order-group/rules/payment-deadline"
import type OrderGroupModuleService from "../modules/order-group/service"
import { paymentWindowMs } from "../workflows/cashless"

export type WaitingPayment = { order_id: string; rail: Rail; created_at: Date | string }

/** Until when each order may be paid if it goes to the given rail now, by order id; what it used so far is read from its acts. */
export async function deadlinesOfChange<T extends WaitingPayment>(container: MedusaContainer, payments: T[], to: (payment: T) => Rail, now = new Date()): Promise<Map<string, Date>> {
  if (payments.length === 0) return new Map()
  const acts = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .listOrderActs({ order_id: payments.map(({ order_id }) => order_id), act: ["change_rail", "cancel_items"] }, { take: 5000, order: { created_at: "ASC" } })
  return new Map(
    payments.map((payment) => {
      const mine = acts.filter(({ order_id }) => order_id === payment.order_id)
      // What the shop took out changed the order under its buyer, who gets the time anew.
      const since = new Date(mine.filter(({ act }) => act === "cancel_items").at(-1)?.created_at ?? payment.created_at)
      const left = mine.flatMap(({ act, created_at, details }) => (act === "change_rail" && new Date(created_at) >= since ? [details?.from as Rail] : []))
      return [payment.order_id, deadlineOf({ since, used: [payment.rail, ...left], to: to(payment), now, windowMs: paymentWindowMs })]
    }),
  )
}

/** Whether one of the orders would have next to no time left on another rail. */
export async function lacksTimeFor(container: MedusaContainer, payments: WaitingPayment[], rail: Rail, now = new Date()): Promise<boolean> {
  const changing = payments.filter((payment) => payment.rail !== rail)
  const deadlines = await deadlinesOfChange(container, changing, () => rail, now)
  return [...deadlines.values()].some((deadline) => deadline.getTime() - now.getTime() < SHORTEST_TIME_MS)
}
