import fc from "fast-check"
import { expect, test } from "vitest"
import vectors from "../../../../test/vectors/vietqr.json"
import { crc16 } from "./crc16"
import { decodeVietqr, encodeVietqr, type VietqrTransfer } from "./vietqr"

test("CRC-16/CCITT-FALSE of the standard check string", () => {
  expect(crc16("123456789")).toBe("29B1")
})

const transfers = vectors.transfers.map(({ name, transfer, payload }) => {
  const expected: VietqrTransfer = {
    bin: transfer.bin,
    accountNumber: transfer.account,
    service: "QRIBFTTA",
    ...(transfer.amount === null ? {} : { amountVnd: Number(transfer.amount) }),
    ...(transfer.message === null ? {} : { memo: transfer.message }),
  }
  return { name, transfer: expected, payload }
})

test.each(transfers)("writes $name as six implementations do", ({ transfer, payload }) => {
  expect(encodeVietqr(transfer)).toBe(payload)
})

test.each(transfers)("reads $name", ({ transfer, payload }) => {
  expect(decodeVietqr(payload)).toEqual({ ok: true, transfer })
})

test.each(vectors.published)("reads the published %s", (payload) => {
  expect(decodeVietqr(payload).ok).toBe(true)
})

test("a checksum in lower case is accepted", () => {
  const payload = transfers[1]!.payload
  expect(decodeVietqr(payload.slice(0, -4) + payload.slice(-4).toLowerCase()).ok).toBe(true)
})

test.each([
  ["", "malformed"],
  ["not a code", "malformed"],
  ["00020163045BAD", "wrong_checksum"],
])("refuses %s", (payload, reason) => {
  expect(decodeVietqr(payload)).toEqual({ ok: false, reason })
})

test("another scheme's QR is said to be no VietQR", () => {
  const body = "00020101021126120008A00000075304VND6304".replace("VND", "704")
  const result = decodeVietqr(body + crc16(body))
  expect(result.ok).toBe(false)
})

test.each([
  [{ bin: "97042", accountNumber: "1" }],
  [{ bin: "970422", accountNumber: "" }],
  [{ bin: "970422", accountNumber: "1", amountVnd: 1.5 }],
  [{ bin: "970422", accountNumber: "1", amountVnd: 0 }],
  [{ bin: "970422", accountNumber: "1", memo: "chè" }],
  [{ bin: "970422", accountNumber: "1", memo: "A".repeat(26) }],
])("never writes a code no bank could read: %j", (transfer) => {
  expect(() => encodeVietqr(transfer)).toThrow(RangeError)
})

const transfer = fc.record(
  {
    bin: fc.stringMatching(/^\d{6}$/),
    accountNumber: fc.stringMatching(/^[A-Za-z0-9]{1,19}$/),
    amountVnd: fc.integer({ min: 1, max: 9_999_999_999_999 }),
    memo: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 -]{0,23}[A-Za-z0-9]$/),
  },
  { requiredKeys: ["bin", "accountNumber"] },
)

test("what is written can be read, for any transfer", () => {
  fc.assert(
    fc.property(transfer, (value) => {
      expect(decodeVietqr(encodeVietqr(value))).toEqual({ ok: true, transfer: { ...value, service: "QRIBFTTA" } })
    }),
  )
})

test("one changed character is always noticed", () => {
  const payload = transfers[2]!.payload
  fc.assert(
    fc.property(fc.nat(payload.length - 5), fc.constantFrom("0", "5", "9", "A", "z"), (at, character) => {
      fc.pre(payload[at] !== character)
      expect(decodeVietqr(payload.slice(0, at) + character + payload.slice(at + 1)).ok).toBe(false)
    }),
  )
})
