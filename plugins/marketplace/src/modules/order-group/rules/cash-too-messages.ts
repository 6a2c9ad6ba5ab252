import type { CashAct } from "./cash-too"

export type CashTooFacts = { act: CashAct; actId: string; orderId: string; amountVnd: number; orderNumber: number; shop: string; orderLink: string; shopLink: string }
export type CashTooMessage = { to: "buyer" | "shop"; template: string; key: string; text: string }

/** Cash was taken although a transfer had paid: the buyer hears what the shop wrote down about it, the shop what the buyer says to that. */
export function cashTooMessage({ act, actId, orderId, amountVnd, orderNumber, shop, orderLink, shopLink }: CashTooFacts): CashTooMessage {
  const cash = `${amountVnd.toLocaleString("vi-VN")}đ tiền mặt của đơn số ${orderNumber}`
  switch (act) {
    case "cash_held":
      return { to: "buyer", template: "cash-held", key: `cash-held:${orderId}`, text: `Chợ Phiên: ${shop} ghi đã thu ${cash} khi giao hàng, dù bạn đã trả bằng chuyển khoản. Gian hàng phải trả lại bạn số tiền mặt này. Xem đơn: ${orderLink}` }
    case "cash_returned":
      return { to: "buyer", template: "cash-returned", key: `cash-returned:${actId}`, text: `Chợ Phiên: ${shop} ghi đã trả lại bạn ${cash}. Nếu chưa nhận được, xin bấm “Tôi chưa nhận được tiền mặt” ở trang đơn hàng: ${orderLink}` }
    case "cash_missing":
      return { to: "shop", template: "cash-missing", key: `cash-missing:${actId}`, text: `Chợ Phiên: người mua báo chưa nhận lại ${cash}. Xin trả lại người mua rồi ghi vào đơn: ${shopLink}` }
  }
}
