/** `by` is who called it off; `system`: its time to pay was over. */
export type CanceledFacts = { by: "buyer" | "seller" | "operator" | "system"; paid: boolean; orderNumber: number; shop: string; orderLink: string; shopLink: string }
export type CancelMessage = { to: "buyer" | "shop"; text: string }

/** Who is told of an order that was called off: the ones who did not do it. An order that lapsed unpaid is no news to anybody. */
export function cancelMessages({ by, paid, orderNumber, shop, orderLink, shopLink }: CanceledFacts): CancelMessage[] {
  if (by === "system" && !paid) return []
  const back = paid ? " Tiền đã trả được hoàn lại." : ""
  const messages: CancelMessage[] = []
  if (by !== "buyer") messages.push({ to: "buyer", text: `Chợ Phiên: đơn số ${orderNumber} ở ${shop} đã bị huỷ.${back} Xem đơn: ${orderLink}` })
  if (by !== "seller") messages.push({ to: "shop", text: `Chợ Phiên: đơn số ${orderNumber} đã bị huỷ, không cần gửi hàng.${back} Xem đơn: ${shopLink}` })
  return messages
}

export type ItemsCanceledFacts = { amountVnd: number; refunded: boolean; orderNumber: number; shop: string; orderLink: string }

/** The shop took lines out of an order: the buyer is told what comes back, or what is left to pay. */
export function itemsCanceledMessage({ amountVnd, refunded, orderNumber, shop, orderLink }: ItemsCanceledFacts): string {
  const amount = `${amountVnd.toLocaleString("vi-VN")}đ`
  const what = refunded ? `Bạn được hoàn ${amount}.` : `Đơn bớt ${amount}, mã QR để trả tiền đã đổi.`
  return `Chợ Phiên: ${shop} không giao đủ đơn số ${orderNumber}. ${what} Xem đơn: ${orderLink}`
}
