import { CASHLESS_PAYMENT_MODULE } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { beforeEach, expect, test, vi } from "vitest"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { fetchGroupRails } from "../queries/group-rails"
import { changeRail } from "./change-rail"
import { holdPayments } from "./reopen-payments"

vi.mock("../queries/group-rails", () => ({ fetchGroupRails: vi.fn() }))
vi.mock("../queries/deadlines-of-change", () => ({ lacksTimeFor: async () => false }))
vi.mock("./reopen-payments", () => ({ holdPayments: vi.fn(), finishReopenedPayments: vi.fn() }))

type Look = { state?: string; rail?: string; intent?: string; received?: number }

/** One order by VietQR; each look at it finds the next of `looks`. */
function house(...looks: Look[]) {
  let now: Look = {}
  const rooms: Record<string, unknown> = {
    [Modules.LOCKING]: { execute: async (_keys: string[], work: () => Promise<void>) => work() },
    [ORDER_GROUP_MODULE]: {
      listOrderGroups: async () => {
        now = looks.shift() ?? now
        return [{ id: "ogr_1", payments: [{ state: now.state ?? "pending", rail: now.rail ?? "vietqr", intent_id: "pi_1", shipping_at: null }] }]
      },
    },
    [CASHLESS_PAYMENT_MODULE]: { retrieveIntent: async () => ({ id: "pi_1", status: now.intent ?? "requires_action", amount_received_vnd: now.received ?? 0 }) },
  }
  return { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer
}

const toVnpay = { orderGroupId: "ogr_1", rail: "vnpay" as const }
const closed = { rail: "vnpay" as const, open: false, reason: { vi: "Chưa mở.", en: "Not open." } }

beforeEach(() => vi.resetAllMocks())

test.each<[string, Look, string]>([
  ["the time ran out", { state: "expired" }, "order_group.nothing_to_pay"],
  ["the order was paid", { state: "paid" }, "order_group.nothing_to_pay"],
  ["its money is just being written down", { state: "applying" }, "seller_order.payment_in_progress"],
  ["VNPay began to check", { intent: "processing" }, "seller_order.payment_checking"],
  ["part of the money came", { received: 500 }, "seller_order.partly_paid"],
])("between the look at the order and the look at the rails %s: that is what the buyer is told", async (_what, second, code) => {
  vi.mocked(fetchGroupRails).mockResolvedValue(second.state ? [] : [closed])
  await expect(changeRail(house({}, second), toVnpay)).rejects.toMatchObject({ code })
  expect(holdPayments).not.toHaveBeenCalled()
})

test("a rail that is closed though nothing changed is said to be", async () => {
  vi.mocked(fetchGroupRails).mockResolvedValue([closed])
  await expect(changeRail(house({}), toVnpay)).rejects.toMatchObject({ code: "checkout.rail_not_open" })
  await expect(changeRail(house({}), { ...toVnpay, rail: "cod" })).rejects.toMatchObject({ code: "checkout.rail_not_open" })
})

test("the rail it is on already is no change, and another is", async () => {
  await changeRail(house({ rail: "vnpay" }), toVnpay)
  expect(holdPayments).not.toHaveBeenCalled()
  vi.mocked(fetchGroupRails).mockResolvedValue([{ ...closed, open: true, reason: null }])
  vi.mocked(holdPayments).mockResolvedValue({ key: "reopen_1", held: [{} as never], moneyCameFirst: false })
  await changeRail(house({}), toVnpay)
  expect(holdPayments).toHaveBeenCalledWith(expect.anything(), { orderGroupId: "ogr_1", orderIds: null, to: "vnpay" })
})
