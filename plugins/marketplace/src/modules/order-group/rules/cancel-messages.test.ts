import { expect, test } from "vitest"
import { cancelMessages, itemsCanceledMessage, type CanceledFacts } from "./cancel-messages"

const facts = (by: CanceledFacts["by"], paid: boolean) => ({ by, paid, orderNumber: 7, shop: "HTX Chè", orderLink: "https://o", shopLink: "https://s" })

test.each<[CanceledFacts["by"], boolean, string[]]>([
  ["buyer", true, ["shop"]],
  ["buyer", false, ["shop"]],
  ["seller", true, ["buyer"]],
  ["operator", true, ["buyer", "shop"]],
  ["system", false, []],
  ["system", true, ["buyer", "shop"]],
])("called off by %s, paid %s", (by, paid, to) => {
  const messages = cancelMessages(facts(by, paid))
  expect(messages.map((message) => message.to)).toEqual(to)
  for (const { text } of messages) expect(text.includes("hoàn lại")).toBe(paid)
})

test("lines taken out: what comes back, or that the code is another one", () => {
  const line = { amountVnd: 45_000, orderNumber: 7, shop: "HTX Chè", orderLink: "https://o" }
  expect(itemsCanceledMessage({ ...line, refunded: true })).toBe("Chợ Phiên: HTX Chè không giao đủ đơn số 7. Bạn được hoàn 45.000đ. Xem đơn: https://o")
  expect(itemsCanceledMessage({ ...line, refunded: false })).toContain("Đơn bớt 45.000đ, mã QR để trả tiền đã đổi")
})
