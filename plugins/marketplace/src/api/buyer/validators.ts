import { z } from "@medusajs/framework/zod"

export const IdParams = z.object({ id: z.string().min(1).max(64) })

export const CodeBody = z.object({ phone: z.string().max(40) }).strict()
export const SessionBody = z.object({ phone: z.string().max(40), code: z.string().trim().min(1).max(12) }).strict()

export const ProfileBody = z.object({ name: z.string().trim().min(1).max(120) }).strict()

export const OrdersQuery = z.object({ limit: z.coerce.number().int().min(1).max(50).default(10), offset: z.coerce.number().int().min(0).max(100_000).default(0) }).strict()

export const ClaimBody = z.object({ access_token: z.string().min(1).max(200) }).strict()
