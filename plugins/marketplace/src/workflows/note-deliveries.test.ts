import { expect, test } from "vitest"
import { deliveryOf } from "./note-deliveries"

const parcel = (shipped: string | null, delivered: string | null = null, canceled: string | null = null) => ({ shipped_at: shipped, delivered_at: delivered, canceled_at: canceled })

test("an order has left when all its parcels have, and arrived with the last of them", () => {
  expect(deliveryOf({ id: "o", fulfillments: null })).toBeNull()
  expect(deliveryOf({ id: "o", fulfillments: [parcel(null), parcel("2026-12-01T00:00:00Z")] })).toBeNull()
  expect(deliveryOf({ id: "o", fulfillments: [parcel("2026-12-02T00:00:00Z", "2026-12-05T00:00:00Z"), parcel("2026-12-01T00:00:00Z")] })).toEqual({ orderId: "o", shippedAt: new Date("2026-12-02T00:00:00Z"), deliveredAt: null })
  expect(deliveryOf({ id: "o", fulfillments: [parcel("2026-12-02T00:00:00Z", "2026-12-05T00:00:00Z"), parcel("2026-12-01T00:00:00Z", "2026-12-06T00:00:00Z")] })?.deliveredAt).toEqual(new Date("2026-12-06T00:00:00Z"))
})

test("a cancelled parcel counts for nothing; one that was only said to have arrived has left as well", () => {
  expect(deliveryOf({ id: "o", fulfillments: [parcel("2026-12-01T00:00:00Z", null, "2026-12-02T00:00:00Z"), null] })).toBeNull()
  expect(deliveryOf({ id: "o", fulfillments: [parcel(null, "2026-12-03T00:00:00Z")] })).toMatchObject({ shippedAt: new Date("2026-12-03T00:00:00Z") })
})
