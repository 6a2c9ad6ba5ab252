import { z } from "zod";

/** What the seller's API says of the shop and the OCOP register. */
export const sellerRegisterSchema = z.object({
  matches: z.array(
    z.object({
      listing: z.object({ id: z.string(), title: z.string() }),
      ocop_product: z.object({ id: z.string(), name: z.string(), producer_name: z.string().nullable(), stars: z.number().nullable() }),
      may_confirm: z.boolean(),
    }),
  ),
  owned: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stars: z.number().nullable(),
      external_listings: z.array(z.object({ id: z.string(), url: z.string(), last_checked_on: z.string().nullable(), check_result: z.enum(["on_sale", "gone"]).nullable() })),
    }),
  ),
});
