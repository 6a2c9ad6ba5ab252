import type { HandTransfer } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { cashlessPayment } from "../workflows/cashless"
import { toRefundTransfer, type RefundTransfer } from "./refund-transfer"

/** How long what is finished stays on the list. */
const SHOWN_DAYS = 60

/**
 * Money that lies on the shop's account and belongs to a buyer. The account in full is for whoever sends it, as long as it
 * is to be sent.
 */
export type MoneyBack = RefundTransfer & {
  id: string
  amount_vnd: number
  order: { id: string; display_id: number } | null
  /** What was paid for, where it was no order of the fair: a caller of /v1 wrote it. */
  description: string | null
  /** What the refund is for: `overpaid`, `late` … or a reason of a cancel. */
  reason: string
  queued_at: string
  problem_note: string | null
  /** Goes back with "I have sent it": which account was looked at. */
  account_version: number
  to: { bin: string; bank_name: string; account_number: string; account_name: string | null; memo: string; qr_payload: string } | null
}

/** What a shop has to send back, longest waiting first, then what is on its way, then what ended lately. */
export async function listMoneyBack(container: MedusaContainer, sellerId: string): Promise<MoneyBack[]> {
  const transfers = await transfersOf(container, sellerId)
  const ids = [...new Set(transfers.flatMap(({ intent_metadata }) => intent_metadata.order_id ?? []))]
  const orders = ids.length === 0 ? [] : await container.resolve(Modules.ORDER).listOrders({ id: ids }, { select: ["id", "display_id"], take: ids.length })
  const numbers = new Map(orders.map((order) => [order.id, Number(order.display_id)]))
  return transfers.map((transfer) => toMoneyBack(transfer, numbers))
}

/** How many amounts the shop can and must send now. */
export async function countMoneyBack(container: MedusaContainer, sellerId: string): Promise<number> {
  return (await transfersOf(container, sellerId, 0)).filter(isDue).length
}

/** One of the shop's; another shop's does not exist for it. */
export async function findMoneyBack(container: MedusaContainer, sellerId: string, id: string): Promise<HandTransfer | null> {
  const transfer = await cashlessPayment(container).handTransfers.find(id)
  return transfer && transfer.held_by.account_number !== null && holderOf(transfer) === sellerId ? transfer : null
}

/** The shop on whose account it lies: of an order, or as an account of /v1. */
const holderOf = ({ intent_metadata, holder_reference }: HandTransfer) => intent_metadata.seller_id ?? holder_reference

const isDue = ({ state, sender, to }: HandTransfer) => state === "waiting" && sender === "payee" && to !== null

function transfersOf(container: MedusaContainer, sellerId: string, days = SHOWN_DAYS): Promise<HandTransfer[]> {
  return cashlessPayment(container).handTransfers.heldBy({ key: "seller_id", value: sellerId }, new Date(Date.now() - days * 86_400_000))
}

function toMoneyBack(transfer: HandTransfer, numbers: Map<string, number>): MoneyBack {
  const orderId = transfer.intent_metadata.order_id ?? ""
  const displayId = numbers.get(orderId)
  const { to, qr_payload: payload } = transfer
  return {
    ...toRefundTransfer(transfer),
    id: transfer.id,
    amount_vnd: transfer.amount_vnd,
    order: displayId === undefined ? null : { id: orderId, display_id: displayId },
    description: orderId === "" ? transfer.description : null,
    reason: transfer.reason,
    queued_at: transfer.queued_at,
    problem_note: transfer.problem?.note ?? null,
    account_version: transfer.account_version,
    to: to && payload && isDue(transfer) ? { ...to, memo: transfer.memo, qr_payload: payload } : null,
  }
}
