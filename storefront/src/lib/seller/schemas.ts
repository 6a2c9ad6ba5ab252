import { z } from "zod";

/** What the seller's API answers, as far as the pages use it. Unknown fields are dropped. */
export const mediaSchema = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  color: z.string(),
  alt: z.string().nullable(),
  renditions: z.array(
    z.object({ width: z.number(), height: z.number(), format: z.enum(["avif", "webp"]), url: z.string() }),
  ),
});

export const listingSchema = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  unit: z.string().nullish(),
  net_weight_grams: z.number().nullish(),
  net_volume_ml: z.number().nullish(),
  perishable: z.boolean().nullish(),
  price_vnd: z.number(),
  price_per_unit: z.object({ amount_vnd: z.number(), per: z.enum(["kg", "l"]) }).nullish(),
  available_quantity: z.number().nullish(),
  images: z.array(mediaSchema).nullish(),
  image: mediaSchema.nullish(),
  illustrative: z.boolean().nullish(),
  status: z.enum(["proposed", "published", "rejected", "draft"]),
  rejection_reason: z.string().nullish(),
  ocop: z.object({ product_name: z.string() }).nullish(),
});
export type Listing = z.infer<typeof listingSchema>;

export const orderStates = ["pending_payment", "to_confirm", "to_ship", "paid", "shipped", "delivered", "canceled", "expired"] as const;
export type OrderState = (typeof orderStates)[number];

export const orderSchema = z.object({
  id: z.string(),
  display_id: z.union([z.string(), z.number()]),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      quantity: z.number(),
      canceled_quantity: z.number(),
      unit_price_vnd: z.number(),
      total_vnd: z.number(),
      image: mediaSchema.nullish(),
    }),
  ),
  shipping_vnd: z.number().nullish(),
  total_vnd: z.number(),
  canceled_vnd: z.number(),
  state: z.enum(orderStates),
  can_cancel: z.boolean(),
  cancellation: z
    .object({ by: z.enum(["buyer", "seller", "operator", "system"]), reason: z.string().nullable(), note: z.string().nullable(), at: z.string(), paid_vnd: z.number() })
    .nullable(),
  refunds: z.array(z.object({ id: z.string(), amount_vnd: z.number(), state: z.enum(["on_its_way", "by_hand", "returned", "failed"]), at: z.string(), surplus: z.boolean(), transfer: z.object({ state: z.enum(["waiting", "sent", "done", "canceled"]), sender: z.enum(["shop", "house"]) }).nullable() })),
  placed_at: z.string(),
  payment: z.object({
    rail: z.enum(["vietqr", "vnpay", "cod"]),
    state: z.enum(["pending", "paid", "expired", "canceled", "refunded"]),
    amount_vnd: z.number(),
    amount_received_vnd: z.number(),
    unclear_vnd: z.number(),
    unclear_pays: z.boolean(),
    checking: z.object({ decide_by: z.string().nullable(), shared: z.boolean() }).nullable(),
    cash_too: z.object({ amount_vnd: z.number(), taken_at: z.string(), returned_at: z.string().nullable(), missing_at: z.string().nullable() }).nullable(),
    cash_may_be_taken: z.boolean(),
    expires_at: z.string().nullish(),
    confirmed_at: z.string().nullish(),
    paid_at: z.string().nullish(),
  }),
  shipment: z
    .object({ shipped_at: z.string(), delivered_at: z.string().nullish(), received_at: z.string().nullish(), carrier: z.string().nullish(), tracking_number: z.string().nullish() })
    .nullish(),
  buyer: z.object({
    name: z.string().nullish(),
    phone: z.string().nullish(),
    address_lines: z.array(z.string()).nullish(),
    area: z.object({ commune_name: z.string(), province_name: z.string(), zone: z.enum(["commune", "province", "region", "nationwide"]).nullable() }).nullish(),
  }),
  ordered_by: z.object({ name: z.string().nullable(), phone: z.string() }).nullish(),
});
export type Order = z.infer<typeof orderSchema>;

export const meSchema = z.object({
  member: z.object({ id: z.string(), name: z.string().nullish(), phone: z.string() }),
  seller: z.object({
    id: z.string(),
    handle: z.string(),
    name: z.string(),
    kind: z.string(),
    status: z.string().nullish(),
    bank: z
      .object({ bank_name: z.string().nullish(), account_number: z.string(), account_name: z.string().nullish() })
      .nullish(),
    commune: z.object({ name: z.string(), full_name: z.string().nullish() }).nullish(),
    province: z.object({ name: z.string(), full_name: z.string().nullish() }).nullish(),
  }),
});
export type Me = z.infer<typeof meSchema>;

export const listingAnswer = z.object({ listing: listingSchema });
export const listingsAnswer = z.object({ listings: z.array(listingSchema) });
export const orderAnswer = z.object({ order: orderSchema });
export const ordersAnswer = z.object({ orders: z.array(orderSchema) });
export const mediaAnswer = z.object({ media: mediaSchema });
export const cashChoiceAnswer = z.object({ cash_on_delivery: z.object({ chosen: z.boolean(), allowed: z.boolean() }) });
