import { z } from "@medusajs/framework/zod"
import { SHIP_SCOPES } from "../modules/seller/rules/shipping-quote"

const scope = z.enum(SHIP_SCOPES)
const zone = z.object({ base_vnd: z.number().int().min(0).max(2_000_000), per_kg_vnd: z.number().int().min(0).max(500_000) }).strict()

/** A tariff as shop and operator hand it in; every field, so that a half-filled form can't half-change it. */
export const TariffBody = z
  .object({
    ships_within: scope,
    zones: z.object({ commune: zone, province: zone, region: zone, nationwide: zone }).strict(),
    free_from_vnd: z.number().int().min(0).max(100_000_000).nullable(),
    handling_days: z.number().int().min(0).max(30),
    fresh_within: scope,
    max_parcel_grams: z.number().int().min(1_000).max(1_000_000).nullable(),
  })
  .strict()

const LATER_THAN_LAST = { vi: "Số ngày lâu nhất không thể nhỏ hơn số ngày nhanh nhất.", en: "The most days can't be fewer than the least." }

const days = z
  .object({ min: z.number().int().min(0).max(60), max: z.number().int().min(0).max(60) })
  .strict()
  .refine(({ min, max }) => min <= max, { path: ["max"], params: LATER_THAN_LAST })

/** The operator's, with the days on the road that hold for everybody. */
export const HouseTariffBody = TariffBody.extend({ transit_days: z.object({ commune: days, province: days, region: days, nationwide: days }).strict() }).strict()
