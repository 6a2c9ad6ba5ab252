export type ReceivedFacts = { orderNumber: number; shopLink: string; /** The house has the money and pays the shop after the days of its rules. */ paidOut: boolean }

/** The buyer said that the parcel came: the shop is told. */
export function receivedMessage({ orderNumber, shopLink, paidOut }: ReceivedFacts): string {
  const money = paidOut ? " Chợ tính ngày trả tiền cho gian hàng từ hôm nay." : ""
  return `Chợ Phiên: người mua báo đã nhận được đơn số ${orderNumber}.${money} Xem đơn: ${shopLink}`
}
