import { z } from "@medusajs/framework/zod"

export const CodeBody = z.object({ phone: z.string().max(40) }).strict()

export const SessionBody = z.object({ phone: z.string().max(40), code: z.string().trim().min(1).max(12) }).strict()
