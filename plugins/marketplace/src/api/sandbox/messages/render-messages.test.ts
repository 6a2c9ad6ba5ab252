import fc from "fast-check"
import { expect, test } from "vitest"
import { renderMessages } from "./render-messages"

const message = { id: "noti_1", to: "+84912345678", channel: "sms", text: "123456 là mã", code: "123456", created_at: "2026-11-22T08:00:00.000Z" }

test("the page shows recipient, code, text and the time in Viet Nam", () => {
  const page = renderMessages([message], "+84912345678", "n0nce")
  for (const part of ["+84912345678", "<output>123456</output>", "123456 là mã", "15:00:00"]) expect(page).toContain(part)
})

test("nothing a message says becomes markup", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"'/abc =") }), (text) => {
      const page = renderMessages([{ ...message, text, to: text, channel: text, code: text, id: text }], text, "n")
      const plain = renderMessages([{ ...message, text: "x", to: "x", channel: "x", code: "x", id: "x" }], "x", "n")
      return page.match(/[<>"]/g)?.length === plain.match(/[<>"]/g)?.length
    }),
  )
})
