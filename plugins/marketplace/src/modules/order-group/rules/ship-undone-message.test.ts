import { expect, test } from "vitest"
import { shipUndoneMessage } from "./ship-undone-message"

test("the shop hears which order it is and where to say it again", () => {
  const text = shipUndoneMessage({ orderNumber: 7, shopLink: "https://s" })
  expect(text).toContain("đơn số 7 ")
  expect(text.endsWith("https://s")).toBe(true)
})
