import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import type OrderGroupModuleService from "../modules/order-group/service"
import { groupIdsOfBuyer, ordersOfGroup } from "../queries/buyer-orders"
import { fetchAccountContact } from "../queries/cart-buyer"
import { checkoutsOfPhone } from "../queries/checkouts-of-phone"
import { buyerErrors } from "./errors"

/** At most so many guests' orders at one asking; whoever has more asks again. */
const BATCH = 200

/** An account and the phone it has just proven, or was logged in with. */
export type Claimant = { customerId: string; phone: string }

/**
 * Gives a guest's checkout to an account; who is told of it from then on is the account's phone. Errors:
 * order_group.not_found 404, buyer.order_of_another 409. Under a lock per checkout: two accounts that hold the key can't
 * both win.
 */
export async function claimOrderGroup(container: MedusaContainer, claimant: Claimant, orderGroupId: string): Promise<void> {
  const { customerId } = claimant
  await container.resolve(Modules.LOCKING).execute(
    `claim:${orderGroupId}`,
    async () => {
      const orders = await ordersOfGroup(container, orderGroupId)
      if (orders.length === 0) throw checkoutErrors.orderGroupNotFound()
      const open = orders.filter((order) => order.customer_id !== customerId)
      if (!(await areGuests(container, open.flatMap((order) => order.customer_id ?? [])))) throw buyerErrors.orderOfAnother()
      if (open.length === 0) return
      // First the phone: a crash between the two leaves a checkout that this phone can claim again.
      await putBuyer(container, claimant, orderGroupId)
      await container.resolve(Modules.ORDER).updateOrders(open.map(({ id }) => ({ id, customer_id: customerId })))
    },
    { timeout: 10 },
  )
}

/** All guests' checkouts that were placed with a phone, for who has just proven to hold it. Returns how many. */
export async function claimOrdersByPhone(container: MedusaContainer, claimant: Claimant): Promise<number> {
  const own = new Set(await groupIdsOfBuyer(container, claimant.customerId))
  const open = (await checkoutsOfPhone(container, claimant.phone)).filter((id) => !own.has(id))
  let claimed = 0
  for (const id of open.slice(0, BATCH)) {
    // What another account has already is left there without a word: its key would be needed.
    const won = await claimOrderGroup(container, claimant, id).then(() => true, (error: unknown) => refusedAsTaken(error))
    if (won) claimed += 1
  }
  return claimed
}

async function putBuyer(container: MedusaContainer, { customerId, phone }: Claimant, orderGroupId: string): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [kept, account] = await Promise.all([groups.retrieveOrderGroup(orderGroupId), fetchAccountContact(container, customerId)])
  const name = account?.name ?? (kept.buyer_phone === phone ? kept.buyer_name : null)
  await groups.updateOrderGroups({ id: orderGroupId, buyer_phone: phone, buyer_name: name })
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
