import { searchDeskRegister, type DeskSort } from "@cho-phien/ocop"
import { z } from "@medusajs/framework/zod"
import { listedHere } from "../../lib/register-facts"
import { officialArea, type OfficialRequest } from "../require-official"

const sorts = ["name", "star", "holds_until", "commune", "status"] as const satisfies readonly DeskSort[]

/** What narrows the register; empty values count as absent, as forms send them. */
const filters = {
  q: z.string().max(200).optional(),
  stars: z
    .string()
    .regex(/^[345](,[345]){0,2}$/)
    .transform((text) => text.split(",").map(Number))
    .optional(),
  status: z.enum(["valid", "expiring", "prolonged", "expired", "revoked", "in_force", "never"]).optional(),
  commune: z.string().regex(/^\d{5}$/).optional(),
  expiring_within: z.coerce.number().int().min(0).max(1095).optional(),
  listed: z.enum(["here", "elsewhere", "nowhere"]).optional(),
  sort: z
    .string()
    .regex(new RegExp(`^-?(${sorts.join("|")})$`))
    .transform((text) => ({ by: text.replace("-", "") as DeskSort, descending: text.startsWith("-") }))
    .optional(),
}

export const registerQuery = z.strictObject({
  ...filters,
  unit: z.string().regex(/^(\d{2}|\d{5})$/).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})

export const registerFileQuery = z.strictObject({ ...filters, profile: z.enum(["register", "ptnt"]).default("register") })

/** The ids a filtered register holds, in its order; undefined when nothing was asked for, and the file holds everything. */
export async function filteredIds(req: OfficialRequest, { profile: _profile, ...query }: z.output<typeof registerFileQuery>): Promise<string[] | undefined> {
  if (Object.values(query).every((value) => value === undefined)) return undefined
  const here = query.listed ? await listedHere(req.scope) : []
  const { entries } = await searchDeskRegister(req.scope, officialArea(req), { ...query, limit: 100_000, offset: 0 }, here)
  return entries.map((entry) => entry.id)
}
