import { createHash, randomBytes } from "node:crypto"
import { unitSearchText, type CivilDate } from "@cho-phien/administrative-units"
import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { listHasErrors, listVerdictOutdated } from "./errors-official-list"
import { lockRegister, type RegisterActor } from "./register-acts"
import type { ActingLevel } from "./rules/acting-authority"
import { certificateCode } from "./rules/certificate-code"
import { judgeRows, type JudgeContext, type KnownProduct, type PlacedRow, type Verdict, type Write } from "./rules/official-list/judge-rows"
import type { Authority } from "./rules/rating-authority"
import type OcopModuleService from "./service"

type Ctx = Context<SqlEntityManager>

export type ListActor = RegisterActor & { type: "official" | "user" }

export type JudgeInput = { rows: PlacedRow[]; scope: string | null; level: ActingLevel; illustrative: boolean; today: CivilDate }

export type CommitInput = JudgeInput & {
  file: { sha256: string; name: string }
  actor: ListActor
  /** The verdicts the person saw (`planOf`); null skips the comparison. */
  plan: string | null
  /** Writes the good rows and leaves out those with errors; otherwise one bad row stops the list. */
  skip_invalid: boolean
}

export type ListCounts = { create: number; update: number; unchanged: number; error: number; ambiguous: number }

export type ListChange = {
  row: number
  kind: "create" | "update"
  name: string
  star: number | null
  ocop_product_id: string
  recognition_id: string
  certificate_code: string
  fields: Verdict["changes"]
}

export type CommitResult = { id: string | null; counts: ListCounts; changes: ListChange[] }

export function countsOf(verdicts: readonly Verdict[]): ListCounts {
  const counts: ListCounts = { create: 0, update: 0, unchanged: 0, error: 0, ambiguous: 0 }
  for (const verdict of verdicts) counts[verdict.kind] += 1
  return counts
}

/** A fingerprint of what a list would do, so that nobody confirms another thing than they saw. */
export function planOf(verdicts: readonly Verdict[]): string {
  const seen = verdicts.map(({ row, kind, ocop_product_id, changes }) => [row, kind, ocop_product_id, changes])
  return createHash("sha256").update(JSON.stringify(seen)).digest("hex")
}

export async function judgeList(ocop: OcopModuleService, input: JudgeInput, context: Ctx): Promise<Verdict[]> {
  const judging: JudgeContext = {
    register: await registerFor(ocop, input.rows, context),
    laws: await ocop.listLegalVersions({}, {}, context),
    authorities: (await ocop.listRatingAuthorities({}, {}, context)) as Authority[],
    level: input.level,
    today: input.today,
    scope: input.scope,
    illustrative: input.illustrative,
  }
  return judgeRows(input.rows, judging)
}

/**
 * Judges the rows again and writes what they say, all in the transaction of `context`, one list at a time: two people
 * who send the same file get one set of changes.
 * @throws ApiError 409 `ocop.list_has_errors`, `ocop.list_verdict_outdated`
 */
export async function commitOfficialList(ocop: OcopModuleService, input: CommitInput, context: Ctx): Promise<CommitResult> {
  await lockRegister(context)
  const verdicts = await judgeList(ocop, input, context)
  const counts = countsOf(verdicts)
  if (input.plan !== null && input.plan !== planOf(verdicts)) throw listVerdictOutdated()
  if (counts.error + counts.ambiguous > 0 && !input.skip_invalid) throw listHasErrors(counts.error + counts.ambiguous)

  const changes: ListChange[] = []
  const source = `${input.file.name} (sha256 ${input.file.sha256.slice(0, 12)})`
  for (const verdict of verdicts) {
    if (!verdict.write) continue
    const productId = await writeProduct(ocop, verdict.write.product, source, context)
    const recognition = await writeRecognition(ocop, verdict.write.recognition, productId, source, context)
    const { row, name, star, changes: fields } = verdict
    changes.push({ row, kind: verdict.kind === "create" ? "create" : "update", name, star, ocop_product_id: productId, recognition_id: recognition.id, certificate_code: recognition.certificate_code ?? verdict.certificate_code ?? "", fields })
  }
  if (changes.length === 0) return { id: null, counts, changes }
  const [list] = await ocop.createOfficialLists([{
    file_sha256: input.file.sha256,
    file_name: input.file.name,
    actor_type: input.actor.type,
    actor_id: input.actor.id,
    actor_name: input.actor.name,
    province_code: input.actor.province_code,
    decisions: decisionsOf(input.rows, verdicts) as unknown as Record<string, unknown>,
    counts,
    changes: changes as unknown as Record<string, unknown>,
    illustrative: input.illustrative,
  }], context)
  return { id: list?.id ?? null, counts, changes }
}

async function writeProduct(ocop: OcopModuleService, { id, facts }: Write["product"], source: string, context: Ctx): Promise<string> {
  if (id === null) {
    const [created] = await ocop.createOcopProducts([{ ...facts, search_text: unitSearchText(facts.name, facts.producer_name), source, confidence: "high" } as Parameters<OcopModuleService["createOcopProducts"]>[0][number]], context)
    return (created as { id: string }).id
  }
  if (Object.keys(facts).length > 0) {
    const former = await ocop.retrieveOcopProduct(id, { select: ["name", "producer_name"] }, context)
    const search_text = unitSearchText(facts.name ?? former.name, facts.producer_name ?? former.producer_name)
    await ocop.updateOcopProducts([{ id, ...facts, search_text, source, confidence: "high" as const }], context)
  }
  return id
}

/** `announced_status` stays empty: should the process die before it tells the others, the nightly job tells them. */
async function writeRecognition(ocop: OcopModuleService, { id, facts }: Write["recognition"], productId: string, source: string, context: Ctx): Promise<{ id: string; certificate_code: string | null }> {
  if (id === null) {
    const [created] = await ocop.createRecognitions([{ ...facts, ocop_product_id: productId, certificate_code: certificateCode(randomBytes(8)), source, announced_status: null } as Parameters<OcopModuleService["createRecognitions"]>[0][number]], context)
    return created as { id: string; certificate_code: string }
  }
  if (Object.keys(facts).length > 0) await ocop.updateRecognitions([{ id, ...facts, source, announced_status: null }], context)
  return { id, certificate_code: null }
}

async function registerFor(ocop: OcopModuleService, rows: readonly PlacedRow[], context: Ctx): Promise<KnownProduct[]> {
  const provinces = new Set(rows.flatMap((row) => (row.placed && "place" in row.placed ? [row.placed.place.province_code] : [])))
  const ids = rows.flatMap((row) => (row.register_id && row.register_id !== "new" ? [row.register_id] : []))
  const codes = rows.flatMap((row) => row.code ?? [])
  const either = [{ province_code: [...provinces] }, { id: ids }, { code: codes }].filter((filter) => Object.values(filter)[0]?.length)
  if (either.length === 0) return []
  return (await ocop.listOcopProducts({ $or: either } as Parameters<OcopModuleService["listOcopProducts"]>[0], { relations: ["recognitions"] }, context)) as unknown as KnownProduct[]
}

function decisionsOf(rows: readonly PlacedRow[], verdicts: readonly Verdict[]) {
  const written = new Set(verdicts.filter((verdict) => verdict.write).map((verdict) => verdict.row))
  const decisions = new Map(rows.filter((row) => written.has(row.row)).map((row) => [`${row.decision_no} ${row.issued_on}`, { decision_no: row.decision_no, issued_on: row.issued_on, issued_by: row.issued_by }]))
  return [...decisions.values()].slice(0, 50)
}
