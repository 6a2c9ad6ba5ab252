import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { checkoutErrors } from "../modules/order-group/errors"
import { groupIdOf, ordersOfGroup } from "../queries/buyer-orders"
import { buyerErrors } from "./errors"

/** At most so many guests' orders at one asking; whoever has more asks again. */
const BATCH = 200

/**
 * Gives a guest's checkout to an account. Errors: order_group.not_found 404, buyer.order_of_another 409.
 * Under a lock per checkout: two accounts that hold the key can't both win.
 */
export async function claimOrderGroup(container: MedusaContainer, customerId: string, orderGroupId: string): Promise<void> {
  await container.resolve(Modules.LOCKING).execute(
    `claim:${orderGroupId}`,
    async () => {
      const orders = await ordersOfGroup(container, orderGroupId)
      if (orders.length === 0) throw checkoutErrors.orderGroupNotFound()
      const open = orders.filter((order) => order.customer_id !== customerId)
      if (!(await areGuests(container, open.flatMap((order) => order.customer_id ?? [])))) throw buyerErrors.orderOfAnother()
      if (open.length > 0) await container.resolve(Modules.ORDER).updateOrders(open.map(({ id }) => ({ id, customer_id: customerId })))
    },
    { timeout: 10 },
  )
}

/** All guests' checkouts that go to a phone, for who has just proven to hold it. Returns how many. */
export async function claimOrdersByPhone(container: MedusaContainer, { customerId, phone }: { customerId: string; phone: string }): Promise<number> {
  const orders = await container.resolve(Modules.ORDER).listOrders({ shipping_address: { phone } } as object, { select: ["id", "customer_id", "metadata"], take: BATCH, order: { created_at: "DESC" } })
  const groups = new Set(orders.flatMap((order) => (order.customer_id === customerId ? [] : (groupIdOf(order as unknown as Parameters<typeof groupIdOf>[0]) ?? []))))
  let claimed = 0
  for (const id of groups) {
    // What another account has already is left there without a word: its key would be needed.
    const won = await claimOrderGroup(container, customerId, id).then(() => true, (error: unknown) => refusedAsTaken(error))
    if (won) claimed += 1
  }
  return claimed
}

function refusedAsTaken(error: unknown): false {
  if (error instanceof Error && "code" in error && (error.code === "buyer.order_of_another" || error.code === "order_group.not_found")) return false
  throw error
}

/** Medusa makes customers without an account for e-mails that guests type; those own nothing. */
async function areGuests(container: MedusaContainer, customerIds: string[]): Promise<boolean> {
  if (customerIds.length === 0) return true
  const customers = await container.resolve(Modules.CUSTOMER).listCustomers({ id: customerIds }, { select: ["id", "has_account"] })
  return customers.every((customer) => !customer.has_account)
}
