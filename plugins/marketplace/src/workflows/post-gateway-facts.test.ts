import { CASHLESS_PAYMENT_MODULE } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { beforeEach, expect, test } from "vitest"
import { LEDGER_MODULE } from "../modules/ledger"
import type { Entry } from "../modules/ledger/rules/journal"
import { postGatewayFacts } from "./post-gateway-facts"

type Receipt = { id: string; amountVnd: number; surplusVnd: number; state: string; reason: string; bookedAt: Date }

let books: Map<string, Entry[]>
/** Until when the desk's money was asked for. */
let lastMoments: Set<number>
beforeEach(() => {
  books = new Map()
  lastMoments = new Set()
})

const receipt = (id: string, fields: Partial<Receipt> = {}): Receipt => ({ id, amountVnd: 150_000, surplusVnd: 0, state: "unmatched", reason: "unknown_order", bookedAt: new Date("2026-11-22T03:00:00Z"), ...fields })

/** Where the house has what was paid: with VNPay, in its bank (a VietQR of /v1 that names no account), or nowhere. */
const PAID = {
  order: { origin: "process", rail: "vnpay", terms: null },
  house: { origin: "api", rail: "vietqr", terms: null },
  direct: { origin: "api", rail: "vietqr", terms: { transfer_destination: "acct_1" } },
  directOrder: { origin: "process", rail: "vietqr", terms: null },
} as const
const refund = (id: string, paid: keyof typeof PAID, method: "vnpay" | "by_hand") => ({ id, method, amount_vnd: 40_000, updated_at: new Date("2026-11-22T04:00:00Z"), intent: { id: `pi_${id}`, ...PAID[paid] } })

/** The books, and a desk that holds these receipts and has given back these refunds; `turns` hears of each post and of what it waited for. */
async function post(receipts: Receipt[], refunds: object[] = [], turns: string[] = []): Promise<string[]> {
  const asked: string[] = []
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: {
      stepAside: async () => void turns.push("notices first"),
      listPaymentRefunds: async () => refunds,
      bank: {
        receiptsBeyondPayments: async ({ after, until, limit }: { after: string; until: Date; limit: number }) => {
          asked.push(after)
          lastMoments.add(until.getTime())
          return receipts.filter(({ id }) => id > after).slice(0, limit)
        },
      },
    },
    [LEDGER_MODULE]: {
      missingKeys: async (keys: string[]) => keys.filter((key) => !books.has(key)),
      post: async ({ key, entries }: { key: string; entries: Entry[] }) => {
        turns.push(key)
        books.set(key, entries)
      },
    },
  }
  await postGatewayFacts({ resolve: (name: string) => rooms[name] } as unknown as MedusaContainer, new Date(0))
  return asked
}

test("money of nobody's is kept apart, and comes out again when it turns out to be a payment", async () => {
  await post([receipt("btx_1")])
  expect([...books.keys()]).toEqual(["unmatched:btx_1"])
  await post([receipt("btx_1", { state: "matched", reason: "assigned_exact" })])
  await post([receipt("btx_1", { state: "matched", reason: "assigned_exact" })])
  expect([...books.keys()]).toEqual(["unmatched:btx_1", "assigned:btx_1"])
  const balance = new Map<string, number>()
  for (const { account, amountVnd } of [...books.values()].flat()) balance.set(account, (balance.get(account) ?? 0) + amountVnd)
  expect([...balance.values()].every((amount) => amount === 0)).toBe(true)
})

test("money that came beside a payment is owed back; what is ignored is nobody's money", async () => {
  await post([receipt("btx_1", { state: "matched", reason: "late", surplusVnd: 150_000 }), receipt("btx_2", { state: "ignored", reason: "duplicate" })])
  expect([...books.keys()]).toEqual(["surplus:btx_1"])
})

test("before each piece the notices of gateways go first", async () => {
  const turns: string[] = []
  await post([receipt("btx_1"), receipt("btx_2")], [refund("re_1", "order", "vnpay")], turns)
  expect(turns).toEqual(["notices first", "refund_executed:re_1", "notices first", "unmatched:btx_1", "notices first", "unmatched:btx_2"])
})

test("more than a page of them is read to its end", async () => {
  const many = Array.from({ length: 1_100 }, (_, index) => receipt(`btx_${String(index).padStart(4, "0")}`))
  expect(await post(many)).toEqual(["", "btx_0499", "btx_0999"])
  expect(books.size).toBe(1_100)
  // All pages of one look end at one moment: what comes while it is worked on is the next one's.
  expect(lastMoments.size).toBe(1)
})

test("a refund leaves where its money was: VNPay, or the house's bank when a person sent it; what lay on an account of its own is in no books", async () => {
  const refunds = [refund("re_1", "order", "vnpay"), refund("re_2", "order", "by_hand"), refund("re_3", "house", "by_hand"), refund("re_4", "direct", "by_hand"), refund("re_5", "directOrder", "by_hand")]
  await post([], refunds)
  await post([], refunds)
  const left = [...books].map(([key, entries]) => [key, entries.filter(({ amountVnd }) => amountVnd < 0).map(({ account, amountVnd }) => [account, amountVnd])])
  expect(left).toEqual([
    ["refund_executed:re_1", [["psp_clearing:vnpay", -40_000]]],
    ["refund_executed:re_2", [["bank", -40_000]]],
    ["refund_executed:re_3", [["bank", -40_000]]],
  ])
})
