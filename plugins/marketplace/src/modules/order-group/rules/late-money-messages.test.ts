import { expect, test } from "vitest"
import { lateMoneyMessages, type LateMoneyFacts } from "./late-money-messages"

const facts: LateMoneyFacts = { amountVnd: 185_000, from: "cod", shipped: false, orderNumber: 12, shop: "HTX Chè", orderLink: "https://x/d", shopLink: "https://x/b" }
const to = (who: "buyer" | "shop", more: Partial<LateMoneyFacts> = {}) => lateMoneyMessages({ ...facts, ...more }).find((message) => message.to === who)!.text

test("where cash was to be taken both hear that none is to be", () => {
  expect(to("buyer")).toBe("Chợ Phiên: đã nhận 185.000đ chuyển khoản cho đơn số 12 ở HTX Chè. Đơn đã trả đủ, không phải trả tiền khi nhận hàng. Xem đơn: https://x/d")
  expect(to("shop")).toContain("Khi giao không thu tiền mặt.")
  expect(to("shop", { shipped: true })).toContain("nếu đã thu thì trả lại người mua")
})

test("where VNPay was chosen nobody speaks of cash", () => {
  expect(to("buyer", { from: "vnpay" })).toContain("không phải trả qua VNPay nữa")
  expect(to("shop", { from: "vnpay" })).not.toContain("tiền mặt")
})
