import { z } from "zod";
import { mediaSchema, orderStates } from "@/lib/seller/schemas";

const address = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  province_code: z.string(),
  province_name: z.string(),
  commune_code: z.string(),
  commune_name: z.string(),
  street: z.string(),
  note: z.string().nullable(),
});
export type SavedAddress = z.infer<typeof address>;

export const buyerAnswer = z.object({
  buyer: z.object({ id: z.string(), name: z.string().nullable(), phone: z.string(), phone_readable: z.string(), addresses: z.array(address) }),
});
export type Buyer = z.infer<typeof buyerAnswer>["buyer"];

export const ordersAnswer = z.object({
  count: z.number(),
  order_groups: z.array(
    z.object({
      id: z.string(),
      created_at: z.string(),
      total_vnd: z.number(),
      orders: z.array(
        z.object({
          id: z.string(),
          seller: z.object({ name: z.string() }),
          items: z.array(z.object({ title: z.string(), quantity: z.number(), image: mediaSchema.nullish() })),
          // A state this page has no word for yet is shown as none, not as a broken page.
          state: z.enum(orderStates).nullable().catch(null),
          checking: z.boolean(),
        }),
      ),
    }),
  ),
});
export type BuyerOrders = z.infer<typeof ordersAnswer>;

export const claimedAnswer = z.object({ claimed: z.number() });
