import { CASHLESS_PAYMENT_MODULE } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { beforeEach, expect, test, vi } from "vitest"
import { LEDGER_MODULE } from "../modules/ledger"
import { postCharge } from "./post-charge"
import { postChargeRefund } from "./post-charge-refund"
import { sweepCharges } from "./sweep-charges"

vi.mock("./post-charge", async (original) => ({ ...(await original<object>()), postCharge: vi.fn() }))
vi.mock("./post-charge-refund", async (original) => ({ ...(await original<object>()), postChargeRefund: vi.fn() }))

const SINCE = new Date("2026-11-01T00:00:00Z")
const BATCH = 500

type Refund = { id: string; status: string; charge_parts: object | null; intent: { id: string; rail: string }; amount_vnd: number; created_at: Date; settled_at: Date | null }
const refund = (id: string, more: Partial<Refund> = {}): Refund => ({ id, status: "succeeded", charge_parts: { transfer_reversed_vnd: 0, fee_refunded_vnd: 0 }, intent: { id: "pi_1", rail: "vnpay" }, amount_vnd: 1_000, created_at: SINCE, settled_at: null, ...more })
type Page = { skip: number; take: number }

/** What happened since, and the names of the facts that are in the books. */
function fair({ charges = [], refunds = [], booked = [] }: { charges?: string[]; refunds?: Refund[]; booked?: string[] }) {
  const listPaymentIntents = vi.fn(async (_filter: object, { skip, take }: Page) => charges.slice(skip, skip + take).map((id) => ({ id })))
  const listPaymentRefunds = vi.fn(async (_filter: object, { skip, take }: Page) => refunds.slice(skip, skip + take))
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: { listPaymentIntents, listPaymentRefunds },
    [LEDGER_MODULE]: { missingKeys: async (keys: string[]) => keys.filter((key) => !booked.includes(key)) },
    [ContainerRegistrationKeys.LOGGER]: { error: vi.fn() },
  }
  return { container: { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer, listPaymentIntents, listPaymentRefunds }
}

const posted = () => vi.mocked(postCharge).mock.calls.map(([, id]) => id)
const postedRefunds = () => vi.mocked(postChargeRefund).mock.calls.map(([, { id }]) => id)

beforeEach(() => vi.resetAllMocks())

test("what /v1 brought and gave back since and the books miss is posted, and nothing else", async () => {
  const { container, listPaymentIntents, listPaymentRefunds } = fair({
    charges: ["pi_1", "pi_2"],
    refunds: [
      refund("re_there"),
      refund("re_missing"),
      // Booked when it was asked for; that VNPay rejected it since is not.
      refund("re_failed", { status: "failed" }),
      refund("re_canceled", { status: "canceled" }),
      // To the account itself: only a fee that is no longer owed is of the books.
      refund("re_direct", { intent: { id: "pi_3", rail: "vietqr" } }),
      refund("re_fee", { intent: { id: "pi_3", rail: "vietqr" }, charge_parts: { transfer_reversed_vnd: 0, fee_refunded_vnd: 50 } }),
    ],
    booked: ["charge:pi_1", "charge_refund:re_there", "charge_refund:re_failed", "charge_refund:re_canceled", "charge_refund_failed:re_canceled"],
  })
  expect(await sweepCharges(container, SINCE)).toBe(0)
  expect(posted()).toEqual(["pi_2"])
  expect(postedRefunds()).toEqual(["re_missing", "re_failed", "re_fee"])
  expect(listPaymentIntents.mock.calls[0]![0]).toEqual({ origin: "api", rail: "vnpay", succeeded_at: { $gte: SINCE } })
  expect(listPaymentRefunds.mock.calls[0]![0]).toMatchObject({ updated_at: { $gte: SINCE } })
})

test("one that can't be posted is counted and keeps none of the others out, over as many pages as there are", async () => {
  const charges = Array.from({ length: 2 * BATCH + 1 }, (_, index) => `pi_${index}`)
  const refunds = Array.from({ length: BATCH }, (_, index) => refund(`re_${index}`))
  const { container } = fair({ charges, refunds })
  vi.mocked(postCharge).mockImplementation(async (_container, id) => {
    if (id === "pi_7") throw new Error("no such account")
  })
  vi.mocked(postChargeRefund).mockRejectedValueOnce(new Error("no such charge"))
  expect(await sweepCharges(container, SINCE)).toBe(2)
  expect(posted()).toEqual(charges)
  expect(postedRefunds()).toEqual(refunds.map(({ id }) => id))
})
