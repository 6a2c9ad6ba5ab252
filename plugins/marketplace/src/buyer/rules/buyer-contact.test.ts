import fc from "fast-check"
import { expect, test } from "vitest"
import { buyerOfOrder, readCartBuyer, receivesItself, toCartMetadata } from "./buyer-contact"
import type { DeliveryAddress } from "../../modules/order-group/rules/delivery-address"

const place = { province_code: "19", province_name: "Tỉnh Thái Nguyên", commune_code: "05533", commune_name: "Xã Tân Cương", street: "Xóm Hồng Thái", note: null, email: null }
const recipient: DeliveryAddress = { name: "Mai", phone: "+84987654321", ...place }
const buyer = { name: "Lan", phone: "+84912345678" }
const mobile = fc.tuple(fc.constantFrom("3", "5", "7", "8", "9"), fc.integer({ min: 0, max: 99_999_999 })).map(([first, rest]) => `+84${first}${String(rest).padStart(8, "0")}`)

test("what a cart is told comes out again; taken back it is gone", () => {
  fc.assert(
    fc.property(fc.option(fc.string({ minLength: 1, maxLength: 120 }).filter((name) => name.trim() === name && name !== "")), mobile, (name, phone) => {
      expect(readCartBuyer(toCartMetadata({ name, phone }))).toEqual({ name, phone })
    }),
  )
  expect(readCartBuyer(toCartMetadata(null))).toBeNull()
})

test.each([
  [null],
  [{}],
  [{ buyer: null }],
  [{ buyer: "0912345678" }],
  [{ buyer: { name: "Lan" } }],
  [{ buyer: { name: "Lan", phone: "12" } }],
  [{ buyer: { name: "Lan", phone: 912345678 } }],
  [{ buyer: { name: "Lan", phone: ["0912345678"] } }],
  [{ buyer: { name: "L".repeat(121), phone: "0912345678" } }],
  [{ buyer: { name: "Lan", phone: `0912345678${" ".repeat(40)}` } }],
])("%j names nobody", (metadata) => {
  expect(readCartBuyer(metadata as Record<string, unknown>)).toBeNull()
})

test("anything may stand in a cart, and it never throws nor yields what is no phone", () => {
  fc.assert(
    fc.property(fc.anything(), (kept) => {
      const read = readCartBuyer({ buyer: kept })
      if (read) expect(read.phone).toMatch(/^\+84[35789]\d{8}$/)
    }),
  )
})

test("a phone is kept in one form, however it is written", () => {
  expect(readCartBuyer({ buyer: { name: " Lan ", phone: "0912 345 678" } })).toEqual(buyer)
  expect(readCartBuyer({ buyer: { name: 7, phone: "+84 912.345.678" } })).toEqual({ name: null, phone: "+84912345678" })
})

test("an order is who ordered it's, never the parcel's; one of before is the parcel's", () => {
  expect(buyerOfOrder({ buyer_name: "Lan", buyer_phone: buyer.phone }, recipient)).toEqual(buyer)
  expect(buyerOfOrder({ buyer_name: null, buyer_phone: buyer.phone }, null)).toEqual({ name: null, phone: buyer.phone })
  for (const before of [{ buyer_name: null, buyer_phone: null }, null, undefined]) expect(buyerOfOrder(before, recipient)).toEqual({ name: "Mai", phone: recipient.phone })
  expect(buyerOfOrder(null, { ...recipient, phone: "khong biet" })).toBeNull()
  expect(buyerOfOrder(null, null)).toBeNull()
})

test("a parcel to the same phone comes to who ordered it", () => {
  expect(receivesItself(buyer, recipient)).toBe(false)
  expect(receivesItself(buyer, { ...recipient, phone: "0912 345 678" })).toBe(true)
  expect(receivesItself(null, recipient)).toBe(true)
  expect(receivesItself(buyer, null)).toBe(true)
})
