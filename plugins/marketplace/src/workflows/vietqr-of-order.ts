import { PaymentError } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { PaymentRow } from "../modules/order-group/operations/rows"
import type { CartSeller } from "../queries/checkout-cart"
import { cashlessPayment, PAYMENT_PROVIDER, paymentDeadline, type PaymentIntent } from "./cashless"

/** A QR for an order that was asked for another way, or for another amount, before. */
export async function createVietqrIntent(container: MedusaContainer, row: PaymentRow, { amountVnd, expiresAt, key }: { amountVnd: number; expiresAt: Date; key: string }): Promise<PaymentIntent> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "seller", fields: ["bank_bin", "bank_name", "bank_account_number", "bank_account_name"], filters: { id: row.seller_id } })
  const seller = data[0] as unknown as Pick<CartSeller, "bank_bin" | "bank_name" | "bank_account_number" | "bank_account_name">
  return cashlessPayment(container).createIntent({
    ...(await commonOf(container, row)),
    amountVnd,
    payee: { bin: seller.bank_bin!, accountNumber: seller.bank_account_number!, accountName: seller.bank_account_name!, bankName: seller.bank_name! },
    expiresAt,
    idempotencyKey: `${key}:${row.order_id}`,
    // Somebody may have scanned a code of before, also before the order went to another rail and back: that money counts here.
    replaces: await lastQrIntent(container, row),
  })
}

/**
 * The intent of an order that money for its former QR pays: it is born paid, on the account where the money lies. Null
 * when the money is not at the desk any more.
 */
export async function createLatePaidIntent(container: MedusaContainer, row: PaymentRow, { key, formerId }: { key: string; formerId: string }): Promise<PaymentIntent | null> {
  const { vietqr: former } = await cashlessPayment(container).retrieveIntent(formerId)
  if (!former) return null
  try {
    return await cashlessPayment(container).createIntent({
      ...(await commonOf(container, row)),
      amountVnd: Number(row.amount_vnd),
      payee: { bin: former.bin, accountNumber: former.account_number, accountName: former.account_name, bankName: former.bank_name },
      expiresAt: paymentDeadline("vietqr"),
      idempotencyKey: `${key}:late:${row.order_id}`,
      replaces: formerId,
      onlyWithItsMoney: true,
    })
  } catch (error) {
    if (error instanceof PaymentError && error.reason === "money_not_there") return null
    throw error
  }
}

async function commonOf(container: MedusaContainer, row: PaymentRow) {
  return {
    rail: "vietqr" as const,
    description: `Cho Phien ${await displayIds(container, [row])}`,
    metadata: { order_group_id: row.order_group_id, order_id: row.order_id, seller_id: row.seller_id },
  }
}

/** The newest QR the order was asked for by; every one has left its session. */
async function lastQrIntent(container: MedusaContainer, row: PaymentRow): Promise<string | undefined> {
  if (row.rail === "vietqr" && row.intent_id) return row.intent_id
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ payment_collection_id: row.payment_collection_id, provider_id: PAYMENT_PROVIDER.vietqr }, { select: ["id", "data"], take: 1, order: { created_at: "DESC" } })
  const id = sessions[0]?.data?.intent_id
  return typeof id === "string" ? id : undefined
}

export async function displayIds(container: MedusaContainer, rows: PaymentRow[]): Promise<string> {
  const orders = await container.resolve(Modules.ORDER).listOrders({ id: rows.map((row) => row.order_id) }, { select: ["id", "display_id"] })
  return orders.map((order) => `don ${order.display_id}`).join(" ")
}
