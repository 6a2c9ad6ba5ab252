import { PayOS } from "@payos/node"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { payosPayoutSignature, verifyPayosPayout } from "./payos-payout-signature"

const KEY = "made-up-checksum-key"
const oracle = new PayOS({ clientId: "made-up", apiKey: "made-up", checksumKey: KEY })

const order = { referenceId: "CT2345678A9", amount: 1_250_000, description: "CT2345678A9 CHO PHIEN", toBin: "970499", toAccountNumber: "0010203040", category: ["chi tra"] }

describe("the signature of a payout", () => {
  test("is that of payOS's own SDK for a request and for an answer with transactions", async () => {
    const answer = { id: "p1", referenceId: order.referenceId, category: null, approvalState: "COMPLETED", createdAt: "2026-11-22T10:00:00+07:00", transactions: [{ state: "SUCCEEDED", id: "t1", toAccountName: "HTX CHÈ & MẬT ONG = 1+1", errorMessage: null }] }
    expect(payosPayoutSignature(order, KEY)).toBe(await oracle.crypto.createSignature(KEY, order))
    expect(payosPayoutSignature(answer, KEY)).toBe(await oracle.crypto.createSignature(KEY, answer))
  })

  test("is that of the SDK for any JSON object", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ maxLength: 12 }).filter((key) => key !== "__proto__"), fc.jsonValue({ maxDepth: 3 })), async (data) => {
        // A lone surrogate can't be URL-encoded, by them or by us.
        fc.pre(JSON.stringify(data).isWellFormed())
        fc.pre(!JSON.stringify(data).includes("__proto__"))
        const own = attempt(() => payosPayoutSignature(data as Record<string, unknown>, KEY))
        const theirs = await oracle.crypto.createSignature(KEY, data as Record<string, unknown>).catch(() => "refused")
        expect(own).toBe(theirs)
      }),
    )
  })

  test("does not fit another key, another amount or a shortened signature", () => {
    const signature = payosPayoutSignature(order, KEY)
    expect(verifyPayosPayout(order, signature.toUpperCase(), KEY)).toBe(true)
    expect(verifyPayosPayout(order, signature, "another-key")).toBe(false)
    expect(verifyPayosPayout({ ...order, amount: order.amount + 1 }, signature, KEY)).toBe(false)
    expect(verifyPayosPayout(order, signature.slice(0, 10), KEY)).toBe(false)
  })
})

function attempt(sign: () => string): string {
  try {
    return sign()
  } catch {
    return "refused"
  }
}
