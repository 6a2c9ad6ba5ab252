import { z } from "zod";

/** What the official's API answers, as far as the pages use it. */
const unitSchema = z.object({
  code: z.string(),
  name: z.string(),
  full_name: z.string(),
  parent_code: z.string().nullish(),
});

const rateFields = { recognised: z.number(), listed: z.number(), rate_percent: z.string().nullable() };

const communeRate = z.object({
  code: z.string(),
  name: z.string(),
  full_name: z.string().nullish(),
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
  ...rateFields,
});
export type CommuneRate = z.infer<typeof communeRate>;

const starRate = z.object({ stars: z.union([z.literal(3), z.literal(4), z.literal(5)]), ...rateFields });

/** `unit` is null for an official of the ministry: the whole country is theirs. */
export const meSchema = z.object({
  official: z.object({ id: z.string(), name: z.string(), role: z.string() }),
  unit: unitSchema.nullable(),
});

export const listingRateSchema = z.object({
  /** On other platforms, as somebody saw within the last 90 days; and here or there, each product once. */
  listed_elsewhere: z.number(),
  listed_anywhere: z.number(),
  anywhere_percent: z.string().nullable(),
  unit: unitSchema,
  as_of: z.string(),
  illustrative: z.boolean(),
  without_commune: z.number().optional(),
  communes: z.array(communeRate),
  stars: z.array(starRate),
  ...rateFields,
});
export type ListingRate = z.infer<typeof listingRateSchema>;

const countedProduct = z.object({
  ocop_product_id: z.string(),
  name: z.string(),
  producer_name: z.string().nullable(),
  stars: z.number().nullable(),
  commune: z.object({ code: z.string(), name: z.string() }).nullable(),
  certificate_code: z.string().nullable(),
  expires_on: z.string().nullable(),
  illustrative: z.boolean().nullish(),
  listings: z.array(z.object({ handle: z.string(), title: z.string() })),
});
export type CountedProduct = z.infer<typeof countedProduct>;

export const productsSchema = z.object({ products: z.array(countedProduct), count: z.number() });
