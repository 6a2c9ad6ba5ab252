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

type Intent = { id: string; origin: string; rail: string; terms: { transfer_destination: string } | null }
const byVnpay: Intent = { id: "pi_1", origin: "api", rail: "vnpay", terms: null }
const direct: Intent = { id: "pi_3", origin: "api", rail: "vietqr", terms: { transfer_destination: "acct_1" } }
const toHouse: Intent = { id: "pi_4", origin: "api", rail: "vietqr", terms: null }

type Refund = { id: string; status: string; charge_parts: object | null; intent: Intent; amount_vnd: number; created_at: Date; settled_at: Date | null }
const refund = (id: string, more: Partial<Refund> = {}): Refund => ({ id, status: "succeeded", charge_parts: { transfer_reversed_vnd: 1_000, fee_refunded_vnd: 0 }, intent: byVnpay, amount_vnd: 1_000, created_at: SINCE, settled_at: null, ...more })
type Page = { skip: number; take: number }

/** What happened since, and the names of the facts that are in the books. */
function fair({ charges = [], straight = [], refunds = [], booked = [] }: { charges?: string[]; straight?: Intent[]; refunds?: Refund[]; booked?: string[] }) {
  const listPaymentIntents = vi.fn(async (_filter: object, { skip, take }: Page) => [...charges.map((id) => ({ ...byVnpay, id })), ...straight].slice(skip, skip + take))
  const listPaymentRefunds = vi.fn(async (_filter: object, { skip, take }: Page) => refunds.slice(skip, skip + take))
  const stepAside = vi.fn(async () => undefined)
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: { listPaymentIntents, listPaymentRefunds, stepAside, retrieveIntent: async (id: string) => ({ id }) },
    [LEDGER_MODULE]: { missingKeys: async (keys: string[]) => keys.filter((key) => !booked.includes(key)) },
    [ContainerRegistrationKeys.LOGGER]: { error: vi.fn() },
  }
  return { container: { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer, listPaymentIntents, listPaymentRefunds, stepAside }
}

const posted = () => vi.mocked(postCharge).mock.calls.map(([, { id }]) => id)
const postedRefunds = () => vi.mocked(postChargeRefund).mock.calls.map(([, { id }]) => id)

beforeEach(() => vi.resetAllMocks())

test("what /v1 brought and gave back since and the books miss is posted, and nothing else", async () => {
  const { container, listPaymentIntents, listPaymentRefunds } = fair({
    charges: ["pi_1", "pi_2"],
    straight: [direct, toHouse],
    refunds: [
      refund("re_there"),
      refund("re_missing"),
      // Booked when it was asked for; that VNPay rejected it since is not.
      refund("re_failed", { status: "failed" }),
      refund("re_canceled", { status: "canceled" }),
      // To the account itself: only what it no longer owes is of the books.
      refund("re_direct", { intent: direct }),
      refund("re_fee", { intent: direct, charge_parts: { transfer_reversed_vnd: 1_000, fee_refunded_vnd: 50 } }),
      refund("re_share", { intent: direct, charge_parts: { transfer_reversed_vnd: 900, fee_refunded_vnd: null } }),
      refund("re_house", { intent: toHouse }),
      // What came beyond a charge: VNPay's is booked when it comes, ours by its refund, an account's own not at all.
      refund("re_over", { intent: toHouse, charge_parts: null, status: "canceled" }),
      refund("re_over_there", { intent: toHouse, charge_parts: null }),
      refund("re_over_vnpay", { charge_parts: null }),
      refund("re_over_direct", { intent: direct, charge_parts: null }),
    ],
    booked: ["charge:pi_1", "charge_refund:re_there", "charge_refund:re_failed", "charge_refund:re_canceled", "charge_refund_failed:re_canceled", "surplus:re_over_there"],
  })
  expect(await sweepCharges(container, SINCE)).toBe(0)
  expect(posted()).toEqual(["pi_2", "pi_4"])
  expect(postedRefunds()).toEqual(["re_missing", "re_failed", "re_fee", "re_share", "re_house", "re_over"])
  expect(listPaymentIntents.mock.calls[0]![0]).toEqual({ origin: "api", succeeded_at: { $gte: SINCE } })
  expect(listPaymentRefunds.mock.calls[0]![0]).toEqual({ updated_at: { $gte: SINCE }, intent: { origin: "api" } })
})

test("one that can't be posted is counted and keeps none of the others out, over as many pages as there are", async () => {
  const charges = Array.from({ length: 2 * BATCH + 1 }, (_, index) => `pi_${index}`)
  const refunds = Array.from({ length: BATCH }, (_, index) => refund(`re_${index}`))
  const { container, stepAside } = fair({ charges, refunds })
  vi.mocked(postCharge).mockImplementation(async (_container, { id }) => {
    if (id === "pi_7") throw new Error("no such account")
  })
  vi.mocked(postChargeRefund).mockRejectedValueOnce(new Error("no such charge"))
  expect(await sweepCharges(container, SINCE)).toBe(2)
  expect(posted()).toEqual(charges)
  expect(postedRefunds()).toEqual(refunds.map(({ id }) => id))
  // Gateways that tell of payments meanwhile go first, piece by piece.
  expect(stepAside).toHaveBeenCalledTimes(charges.length + refunds.length)
})
