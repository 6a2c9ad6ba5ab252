export type ShipUndoneFacts = { orderNumber: number; shopLink: string }

/** A parcel that was said sent and could not be written down: the shop is asked to say it again, or hears that nothing bars it any more. */
export function shipUndoneMessage({ orderNumber, shopLink }: ShipUndoneFacts): string {
  return `Chợ Phiên: đơn số ${orderNumber} bạn đã bấm “Đã gửi hàng” nhưng chợ chưa ghi lại được, nên đơn đang trở lại mục chờ gửi. Xin mở đơn và bấm lại: ${shopLink}`
}
