import { addDays, foldedWords, type CivilDate } from "@cho-phien/administrative-units"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { EXPIRING_DAYS, type CertificateState } from "./rules/certificate-state"
import type { QualityKind } from "./rules/kinds"

export type CertificatesSort = "waiting_longest" | "newest" | "ending"

export type CertificatesQuestion = {
  q?: string
  kind?: QualityKind
  state?: CertificateState
  /** A commune (5 digits), a province (2), or null for the whole country. */
  area?: string | null
  seller_id?: string
  sort?: CertificatesSort
  limit: number
  offset: number
}

type Knex = ReturnType<SqlEntityManager["getKnex"]>

/** A page of the certificates that answer a question, and how many there are. States by the same days as `certificateState`. */
export async function findCertificates(knex: Knex, question: CertificatesQuestion, today: CivilDate): Promise<{ ids: string[]; count: number }> {
  const query = knex("quality_certificate").whereNull("deleted_at")
  for (const word of foldedWords(question.q ?? "").slice(0, 8)) query.where("search_text", "like", `% ${word}%`)
  if (question.kind) query.where("kind", question.kind)
  if (question.seller_id) query.where("seller_id", question.seller_id)
  if (question.area?.length === 5) query.where("commune_code", question.area)
  if (question.area?.length === 2) query.where("province_code", question.area)

  const soon = addDays(today, EXPIRING_DAYS)
  const standing = (review: string) => {
    query.where("review", review).where((q) => q.whereNull("revoked_on").orWhere("revoked_on", ">", today))
    query.where((q) => q.whereNull("expires_on").orWhere("expires_on", ">=", today))
  }
  if (question.state === "rejected") query.where("review", "rejected")
  if (question.state === "revoked") query.whereNot("review", "rejected").where("revoked_on", "<=", today)
  if (question.state === "expired")
    query
      .whereNot("review", "rejected")
      .where((q) => q.whereNull("revoked_on").orWhere("revoked_on", ">", today))
      .where("expires_on", "<", today)
  if (question.state === "unchecked") standing("waiting")
  if (question.state === "expiring") {
    standing("confirmed")
    query.where("expires_on", "<=", soon)
  }
  if (question.state === "valid") {
    standing("confirmed")
    query.where((q) => q.whereNull("expires_on").orWhere("expires_on", ">", soon))
  }
  const [total] = await query.clone().count({ count: "*" })
  const page = query.select("id").limit(question.limit).offset(question.offset)
  if (question.sort === "ending") page.orderByRaw("expires_on asc nulls last")
  page.orderBy("created_at", question.sort === "newest" || question.sort === undefined ? "desc" : "asc")
  const rows: { id: string }[] = await page.orderBy("id")
  return { ids: rows.map((row) => row.id), count: Number(total?.count ?? 0) }
}
