import { expect, test } from "vitest"
import { receivedMessage } from "./received-message"

test("the shop hears of the days until its money only where the house has it", () => {
  expect(receivedMessage({ orderNumber: 7, shopLink: "https://s", paidOut: true })).toBe("Chợ Phiên: người mua báo đã nhận được đơn số 7. Chợ tính ngày trả tiền cho gian hàng từ hôm nay. Xem đơn: https://s")
  expect(receivedMessage({ orderNumber: 7, shopLink: "https://s", paidOut: false })).toBe("Chợ Phiên: người mua báo đã nhận được đơn số 7. Xem đơn: https://s")
})
