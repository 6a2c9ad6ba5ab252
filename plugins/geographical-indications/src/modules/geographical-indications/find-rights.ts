import { foldedWords, type CivilDate } from "@cho-phien/administrative-units"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { RightOfUseStatus } from "./rules/right-of-use"

export type RightsSort = "producer" | "newest" | "ending"

export type RightsQuestion = {
  q?: string
  gi_handle?: string
  status?: RightOfUseStatus
  /** A commune (5 digits), a province (2), or null for the whole country. */
  area?: string | null
  sort?: RightsSort
  limit: number
  offset: number
}

type Knex = ReturnType<SqlEntityManager["getKnex"]>

/** A page of the rights that answer a question, and how many there are. Status by the same days as `rightOfUseStatus`. */
export async function findRights(knex: Knex, question: RightsQuestion, today: CivilDate): Promise<{ ids: string[]; count: number }> {
  const query = knex("right_of_use as r").join("gi as g", "g.id", "r.gi_id").whereNull("r.deleted_at")
  for (const word of foldedWords(question.q ?? "").slice(0, 8)) query.where("r.search_text", "like", `% ${word}%`)
  if (question.gi_handle) query.where("g.handle", question.gi_handle)
  const area = question.area ?? null
  if (area?.length === 5) query.where("r.commune_code", area)
  // A right from before places were kept belongs to the provinces of its indication.
  if (area?.length === 2) query.where((own) => own.where("r.province_code", area).orWhere((old) => old.whereNull("r.commune_code").whereRaw("? = any(g.province_codes)", [area])))
  const notRevoked = () => query.where((q) => q.whereNull("r.revoked_on").orWhere("r.revoked_on", ">", today))
  if (question.status === "revoked") query.where("r.revoked_on", "<=", today)
  if (question.status === "not_yet") notRevoked().where("r.issued_on", ">", today)
  if (question.status === "expired") notRevoked().where("r.issued_on", "<=", today).where("r.expires_on", "<", today)
  if (question.status === "valid")
    notRevoked()
      .where("r.issued_on", "<=", today)
      .where((q) => q.whereNull("r.expires_on").orWhere("r.expires_on", ">=", today))
  const [total] = await query.clone().count({ count: "*" })
  const page = query.select("r.id").limit(question.limit).offset(question.offset)
  if (question.sort === "newest") page.orderBy("r.issued_on", "desc")
  if (question.sort === "ending") page.orderByRaw("r.expires_on asc nulls last")
  const rows: { id: string }[] = await page.orderBy(["r.producer_name", "r.id"])
  return { ids: rows.map((row) => row.id), count: Number(total?.count ?? 0) }
}
