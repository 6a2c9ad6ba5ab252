import { z } from "@medusajs/framework/zod"

export const SellersQuery = z
  .object({
    q: z.string().trim().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()

export const OpenShopBody = z
  .object({
    name: z.string().trim().min(3).max(120),
    handle: z.string().trim().min(1).max(60).optional(),
    kind: z.enum(["cooperative", "cooperative_group", "household_business", "enterprise", "individual"]),
    commune_code: z.string().regex(/^\d{5}$/),
    province_code: z.string().regex(/^\d{2}$/),
    phone: z.string().max(40),
    member_name: z.string().trim().min(2).max(120),
    bank: z
      .object({
        bin: z.string().regex(/^\d{6}$/),
        bank_name: z.string().trim().min(2).max(120),
        account_number: z.string().regex(/^[0-9A-Za-z]{4,19}$/),
        account_name: z.string().trim().min(2).max(120),
      })
      .strict(),
    shipping_price_vnd: z.number().int().min(0).max(5_000_000).optional(),
  })
  .strict()
