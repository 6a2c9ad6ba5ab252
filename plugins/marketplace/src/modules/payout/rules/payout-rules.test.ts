import fc from "fast-check"
import { expect, test } from "vitest"
import { BANK_FILE_LAYOUTS, bankFile, bankName, memoOf, payosMemo } from "./bank-file"
import { matchStatementLine, type KnownPayout } from "./match-statement"
import { findPayoutCodes, newPayoutCode } from "./payout-code"
import { MAX_TRANSFER_VND, planPayouts, type SellerForPayout } from "./plan-payouts"
import { readStatement } from "./read-statement"

const code = fc.infiniteStream(fc.nat(28)).map((stream) => newPayoutCode((limit) => (stream.next().value as number) % limit))
const account = { bankBin: "970499", bankName: "Ngân hàng thử", accountNumber: "0012345678", accountName: "HTX CHE XANH" }
const now = new Date("2026-11-22T03:00:00Z")
const seller = (given: Partial<SellerForPayout> = {}): Map<string, SellerForPayout> => new Map([["sel_1", { id: "sel_1", current: account, verified: { ...account, usableFrom: now }, hasOpenLine: false, ...given }]])
const owed = (payableVnd: number, heldVnd = 0, receivableVnd = 0) => [{ sellerId: "sel_1", payableVnd, heldVnd, receivableVnd }]
const settings = { minimumVnd: 10_000, now }

test("a code survives what banks do to memos, and no single wrong character passes", () => {
  fc.assert(
    fc.property(code, fc.nat(8), fc.nat(28), (reference, at, other) => {
      expect(findPayoutCodes(`MBVCB.32789.${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)} chuyen tien`)).toContain(reference)
      const wrong = "23456789ABCDEFGHJKMNPQRSTVWXY".charAt(other)
      const changed = reference.slice(0, 2 + at) + wrong + reference.slice(3 + at)
      if (changed !== reference) expect(findPayoutCodes(changed)).not.toContain(changed)
      expect(findPayoutCodes(memoOf(reference))).toEqual([reference])
    }),
  )
})

test("paid is what is due: without what is held, less what is owed, never more than one transfer may be", () => {
  expect(planPayouts(owed(500_000, 200_000, 50_000), seller(), settings).lines).toMatchObject([{ amountVnd: 250_000, nettedVnd: 50_000, account }])
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 2e9 }), fc.nat(1e9), fc.nat(1e9), (payable, held, receivable) => {
      const { lines, skipped } = planPayouts(owed(payable, held, receivable), seller(), settings)
      expect(lines.length + skipped.length).toBe(1)
      for (const { amountVnd, nettedVnd } of lines) {
        expect(amountVnd).toBeGreaterThanOrEqual(10_000)
        expect(amountVnd).toBeLessThanOrEqual(MAX_TRANSFER_VND)
        expect(amountVnd + nettedVnd).toBeLessThanOrEqual(payable - held)
        expect(nettedVnd).toBeLessThanOrEqual(receivable)
      }
    }),
  )
})

test.each([
  ["nothing_due", owed(0), {}],
  ["nothing_due", owed(-5_000), {}],
  ["held", owed(90_000, 90_000), {}],
  ["below_minimum", owed(9_999), {}],
  ["below_minimum", owed(90_000, 0, 85_000), {}],
  ["not_verified", owed(90_000), { verified: null }],
  ["account_changed", owed(90_000), { current: { ...account, accountNumber: "0099" } }],
  ["account_changed", owed(90_000), { current: null }],
  ["cooling_off", owed(90_000), { verified: { ...account, usableFrom: new Date(now.getTime() + 1) } }],
  ["in_another_batch", owed(90_000), { hasOpenLine: true }],
])("not paid: %s", (reason, balances, given) => {
  expect(planPayouts(balances, seller(given), settings)).toEqual({ lines: [], skipped: [{ sellerId: "sel_1", reason }] })
})

test("every layout has the account, the name in capitals without marks, the amount and the memo with the code", () => {
  const line = { reference: "CT23456789X", amountVnd: 250_000, ...account, accountName: "Hợp tác xã Đỗ Ước; =1+1" }
  for (const { id } of BANK_FILE_LAYOUTS) {
    const { header, rows } = bankFile(id, [line])!
    expect(rows[0]).toHaveLength(header.length)
    expect(rows[0]).toEqual(expect.arrayContaining(["0012345678", "HOP TAC XA DO UOC 1 1", 250_000, memoOf(line.reference)]))
  }
  expect(bankFile("none", [line])).toBeNull()
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => /^[A-Z0-9 .,&-]*$/.test(bankName(name))))
})

const head = ["Ngày giao dịch", "Số tham chiếu", "Phát sinh nợ", "Phát sinh có", "Nội dung"]
const table = (...rows: string[][]) => readStatement(rows.map((cells, index) => ({ number: index + 1, cells })))

test("a statement is read below its letterhead; what comes in is left out", () => {
  const { lines } = table(["NGÂN HÀNG THỬ"], ["Tài khoản", "123"], head, ["22/11/2026 09:15", "FT1", "1.250.000", "", "CT…"], ["22/11/2026", "FT2", "", "500,000", "tiền vào"], ["2026-11-23", "FT3", "1,000.00", "0", "phí"])
  expect(lines).toEqual([
    { bookedOn: "2026-11-22", amountVnd: 1_250_000, memo: "CT…", bankReference: "FT1" },
    { bookedOn: "2026-11-23", amountVnd: 1_000, memo: "phí", bankReference: "FT3" },
  ])
  expect(table(["Date", "Amount", "Description", "Reference"], ["2026-11-22", "-90.000", "out", "R1"], ["2026-11-22", "90.000", "in", "R2"]).lines).toMatchObject([{ amountVnd: 90_000, memo: "out" }])
})

test("a statement that cannot be read says where", () => {
  expect(table(["a", "b"])).toMatchObject({ problem: "no_headings" })
  expect(table(head)).toMatchObject({ problem: "no_lines" })
  expect(table(head, ["31/02/2026", "FT1", "5", "", ""])).toMatchObject({ problem: "bad_row", row: 2 })
  expect(table(head, ["22/11/2026", "FT1", "1.25", "", ""])).toMatchObject({ problem: "bad_row", row: 2 })
})

test("only the code with the right amount of a payout that was sent is a match", () => {
  const reference = newPayoutCode(() => 3)
  const known = (given: Partial<KnownPayout> = {}) => new Map([[reference, { lineId: "pol_1", reference, amountVnd: 90_000, state: "in_transit", sent: true, awaitsStatement: false, ...given }]])
  const line = { bookedOn: "2026-11-22", amountVnd: 90_000, memo: memoOf(reference), bankReference: "FT1" }
  expect(matchStatementLine(line, known())).toEqual({ outcome: "matched", lineId: "pol_1" })
  expect(matchStatementLine({ ...line, amountVnd: 90_001 }, known()).outcome).toBe("amount_differs")
  expect(matchStatementLine(line, known({ state: "paid" })).outcome).toBe("paid_twice")
  expect(matchStatementLine(line, known({ state: "paid", awaitsStatement: true })).outcome).toBe("matched")
  expect(matchStatementLine({ ...line, amountVnd: 1 }, known({ state: "paid", awaitsStatement: true })).outcome).toBe("amount_differs")
  expect(matchStatementLine(line, known({ sent: false })).outcome).toBe("not_sent")
  expect(matchStatementLine(line, known({ state: "failed" })).outcome).toBe("not_sent")
  expect(matchStatementLine(line, new Map()).outcome).toBe("unknown_code")
  expect(matchStatementLine({ ...line, memo: "90000 cho HTX" }, known()).outcome).toBe("no_code")
})

test("the memo that goes by payOS has the code in it and fits its 25 characters", () => {
  fc.assert(fc.property(code, (reference) => payosMemo(reference).length <= 25 && findPayoutCodes(payosMemo(reference))[0] === reference))
})
