import { bankNameOf, type HandTransfer } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { moneyBackNotFound } from "../modules/order-group/money-back-errors"
import type OrderGroupModuleService from "../modules/order-group/service"
import { findMoneyBack } from "../queries/money-back"
import { cashlessPayment } from "./cashless"

export type NamedAccount = { bankBin: string; accountNumber: string; accountName: string }
type Member = { id: string; name: string }

/** The buyer says where the money is to go. May be corrected until the shop says it was sent (409 then). */
export async function nameReturnAccount(container: MedusaContainer, orderGroupId: string, refundId: string, account: NamedAccount): Promise<void> {
  await assertOfGroup(container, orderGroupId, refundId)
  const named = { bin: account.bankBin, bankName: bankNameOf(account.bankBin), accountNumber: account.accountNumber, accountName: account.accountName }
  await cashlessPayment(container).handTransfers.nameAccount(refundId, named, buyerOf(orderGroupId))
}

/** The buyer has seen the money, or misses it: then the shop is to look again, and the operator sees it. */
export async function sayMoneyArrived(container: MedusaContainer, orderGroupId: string, refundId: string, said: { arrived: boolean; note: string | null }): Promise<void> {
  await assertOfGroup(container, orderGroupId, refundId)
  await cashlessPayment(container).handTransfers.sayArrived(refundId, said, buyerOf(orderGroupId))
}

export type SaidSent = { bankReference: string; accountVersion: number; toEarlierAccount: boolean }

/** The shop has sent the money. Another shop's refund does not exist for it; what the operator took over is the operator's. */
export async function sayMoneySent(container: MedusaContainer, sellerId: string, id: string, said: SaidSent, member: Member): Promise<void> {
  const transfer = await findMoneyBack(container, sellerId, id)
  if (!transfer || transfer.sender !== "payee") throw moneyBackNotFound()
  await cashlessPayment(container).handTransfers.saySent(id, said, member)
  // The buyer's open page is told to look.
  if (transfer.intent_id) await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).touchPayments(transfer.intent_id)
}

/** Who was shown the accounts of buyers, for the book. */
export async function noteAccountsRead(container: MedusaContainer, ids: string[], member: Member): Promise<void> {
  await cashlessPayment(container).handTransfers.noteReading(ids, member)
}

/** Whoever holds the order's key is its buyer; there is no other name for a guest. */
const buyerOf = (orderGroupId: string) => ({ id: `buyer:${orderGroupId}`, name: null })

async function assertOfGroup(container: MedusaContainer, orderGroupId: string, refundId: string): Promise<HandTransfer> {
  const transfer = await cashlessPayment(container).handTransfers.find(refundId)
  if (!transfer || transfer.intent_metadata.order_group_id !== orderGroupId) throw moneyBackNotFound()
  return transfer
}
