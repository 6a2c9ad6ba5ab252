/** `from`: how the order was to be paid until its transfer came; `shipped`: the parcel is on its way with somebody who expects cash. */
export type LateMoneyFacts = { amountVnd: number; from: "vnpay" | "cod"; shipped: boolean; orderNumber: number; shop: string; orderLink: string; shopLink: string }
export type LateMoneyMessage = { to: "buyer" | "shop"; text: string }

/** A transfer paid an order that had gone over to cash or VNPay: both are told, the shop above all where cash was to be taken. */
export function lateMoneyMessages({ amountVnd, from, shipped, orderNumber, shop, orderLink, shopLink }: LateMoneyFacts): LateMoneyMessage[] {
  const amount = `${amountVnd.toLocaleString("vi-VN")}đ`
  const atDoor = from === "cod" ? "không phải trả tiền khi nhận hàng" : "không phải trả qua VNPay nữa"
  const cash = shipped ? "Dặn người giao đừng thu tiền mặt; nếu đã thu thì trả lại người mua." : "Khi giao không thu tiền mặt."
  return [
    { to: "buyer", text: `Chợ Phiên: đã nhận ${amount} chuyển khoản cho đơn số ${orderNumber} ở ${shop}. Đơn đã trả đủ, ${atDoor}. Xem đơn: ${orderLink}` },
    { to: "shop", text: `Chợ Phiên: đơn số ${orderNumber} đã được trả đủ bằng chuyển khoản vào tài khoản gian hàng.${from === "cod" ? ` ${cash}` : ""} Xem đơn: ${shopLink}` },
  ]
}
