import { z } from "zod";

export const scopes = ["commune", "province", "region", "nationwide"] as const;
export type ShipScope = (typeof scopes)[number];

const scope = z.enum(scopes);
const zone = z.object({ base_vnd: z.number(), per_kg_vnd: z.number() });

const tariffSchema = z.object({
  ships_within: scope,
  fresh_within: scope,
  zones: z.object({ commune: zone, province: zone, region: zone, nationwide: zone }),
  free_from_vnd: z.number().nullable(),
  handling_days: z.number(),
  max_parcel_grams: z.number().nullable(),
});
export type ShippingTariff = z.infer<typeof tariffSchema>;

const quote = z.discriminatedUnion("deliverable", [
  z.object({ deliverable: z.literal(true), zone: scope, fee_vnd: z.number(), days: z.object({ min: z.number(), max: z.number() }) }),
  z.object({ deliverable: z.literal(false), reason: z.enum(["too_far", "perishable_too_far", "too_heavy"]) }),
]);

export const shippingAnswer = z.object({
  tariff: tariffSchema,
  own: z.boolean(),
  examples: z.array(z.object({ place: z.string(), grams: z.number(), quote })),
});
export type ShippingSettings = z.infer<typeof shippingAnswer>;
