import { z } from "@medusajs/framework/zod"

const code = (digits: number) => z.string().regex(new RegExp(`^\\d{${digits}}$`))
const wholeNumber = (min: number, max: number) => z.string().regex(/^\d{1,6}$/).transform(Number).pipe(z.number().min(min).max(max))

/** Query of GET /store/search. Empty values count as absent, as forms send them. */
export const SearchQuery = z.preprocess(
  (query) => Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== "")),
  z
    .object({
      q: z.string().max(200).transform((q) => q.trim()).default(""),
      stars: z
        .string()
        .regex(/^[345](,[345]){0,2}$/)
        .transform((list) => [...new Set(list.split(","))] as ("3" | "4" | "5")[])
        .default([]),
      province: code(2).optional(),
      commune: code(5).optional(),
      gi: z.enum(["0", "1", "true", "false"]).transform((flag) => flag === "1" || flag === "true").optional(),
      sort: z.enum(["relevance", "newest", "price_asc", "price_desc"]).default("relevance"),
      limit: wholeNumber(1, 48).default(24),
      offset: wholeNumber(0, 100_000).default(0),
    })
    .strict(),
)
