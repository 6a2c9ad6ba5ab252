import type { VnpayQr } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import { isOrderGroupToken, orderGroupToken } from "../modules/order-group/rules/access-token"
import { receivesItself } from "../buyer/rules/buyer-contact"
import type { DeliveryAddress } from "../modules/order-group/rules/delivery-address"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment } from "../workflows/cashless"
import { fetchSellerOrders, type SellerOrderView } from "./seller-orders"

/**
 * `checking`: VNPay may have the money and has not said yes or no (`payment.checking` of its orders). Nothing can be paid
 * then, and the order waits longer than its time. `attempt`: what became of the newest try to pay, `begun` as long as
 * VNPay has not told its end; `failure` names why one failed (cashless-payment, VNPAY_RESPONSE_CODES). `offers_qr`: whether
 * VNPay's QR can be shown on our page; `qr`: the one that is open.
 */
export type VnpayView = { state: "open" | "checking"; attempt: "none" | "begun" | "failed"; failure: string | null; offers_qr: boolean; qr: VnpayQr | null }

export type OrderGroupView = {
  id: string
  created_at: string
  total_vnd: number
  paid_vnd: number
  address: DeliveryAddress | null
  /** Whether the parcel comes to who ordered. Whose phone that is, is not told: the link of the page is passed on. */
  buyer_receives: boolean
  orders: SellerOrderView[]
  /** Set while something is to be paid through VNPay. */
  vnpay: VnpayView | null
}

/** The checkout as its buyer sees it. The address is shown: only who holds the access token gets here. */
export async function fetchOrderGroup(container: MedusaContainer, id: string): Promise<{ view: OrderGroupView }> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [group] = await groups.listOrderGroups({ id, status: "placed" }, { take: 1, relations: ["payments"] })
  if (!group) throw checkoutErrors.orderGroupNotFound()
  const payments = [...group.payments].sort((a, b) => String(a.id).localeCompare(String(b.id)))
  const records = await fetchSellerOrders(container, payments as Parameters<typeof fetchSellerOrders>[1], { wholeCheckout: true })
  return {
    view: {
      id: group.id,
      created_at: new Date(group.created_at).toISOString(),
      total_vnd: Number(group.total_vnd),
      paid_vnd: records.filter(({ view }) => view.payment.state === "paid").reduce((sum, { view }) => sum + view.total_vnd, 0),
      address: records[0]?.address ?? null,
      buyer_receives: records.every(({ buyer, address }) => receivesItself(buyer, address)),
      orders: records.map((record) => record.view),
      vnpay: await fetchVnpay(container, vnpayIntentOf(payments)),
    },
  }
}

/** The intent by which the waiting orders of a group are paid through VNPay; null when none is. */
export async function waitingVnpayIntent(container: MedusaContainer, orderGroupId: string): Promise<string | null> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [group] = await groups.listOrderGroups({ id: orderGroupId, status: "placed" }, { take: 1, relations: ["payments"] })
  return vnpayIntentOf(group?.payments ?? [])
}

function vnpayIntentOf(payments: { rail: string; state: string; intent_id: string | null }[]): string | null {
  return payments.find((payment) => payment.rail === "vnpay" && payment.state === "pending")?.intent_id ?? null
}

async function fetchVnpay(container: MedusaContainer, intentId: string | null): Promise<VnpayView | null> {
  if (!intentId) return null
  const payments = cashlessPayment(container)
  const { status, last_error_code: failure } = await payments.retrieveIntent(intentId)
  if (status === "processing") return { state: "checking", attempt: "begun", failure: null, offers_qr: false, qr: null }
  const offersQr = payments.offersVnpayQr()
  const attempt = status === "requires_action" ? "begun" : failure ? "failed" : "none"
  return { state: "open", attempt, failure: attempt === "failed" ? failure : null, offers_qr: offersQr, qr: offersQr ? await payments.openVnpayQr(intentId) : null }
}

export function accessTokenOf(container: MedusaContainer, orderGroupId: string): string {
  return orderGroupToken(orderGroupId, secretOf(container))
}

/** A wrong token and a group that does not exist answer the same: nobody learns which groups there are. */
export function assertAccess(container: MedusaContainer, orderGroupId: string, token: string | undefined): void {
  if (!token || !isOrderGroupToken(orderGroupId, token, secretOf(container))) throw checkoutErrors.orderGroupNotFound()
}

function secretOf(container: MedusaContainer): string {
  const secret = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.jwtSecret
  if (typeof secret !== "string" || secret === "") throw new Error("JWT_SECRET must be set: the order pages' access tokens are derived from it")
  return secret
}
