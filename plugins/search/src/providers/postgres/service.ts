import type { SearchTypes } from "@medusajs/framework/types"
import { AbstractSearchProviderService, MedusaError } from "@medusajs/framework/utils"
import { pickAttributes, projectDocument } from "../project-document"
import { compileFilters } from "./compile-filters"
import { matchAll, matchCorrected, matchTyped, orderBy, type Match } from "./match"
import { join, sql, type Sql } from "./sql"
import type { SqlRunner } from "./sql-runner"
import { exactVector, foldedVector } from "./text-vectors"
import { Vocabulary } from "./vocabulary"

const documentsPerStatement = 100
const maxFacetValues = 200

type HitRow = { id: string; document: Record<string, unknown>; score: number; total: number }

/**
 * Search in the database the shop has anyway: Vietnamese words folded by us, matched by
 * tsvector with a prefix on the last word, ranked exact marks first, typos corrected word by
 * word against the words the index knows. Writes are visible when the call returns.
 */
export class FoldedPostgresSearchService extends AbstractSearchProviderService {
  static override identifier = "folded-postgres"

  private readonly runner: SqlRunner
  private readonly vocabulary: Vocabulary

  constructor({ manager }: { manager: SqlRunner }) {
    super()
    this.runner = manager
    this.vocabulary = new Vocabulary(manager)
  }

  override async upsertIndex({ index }: { index: SearchTypes.ResolvedSearchIndexDefinition }): Promise<SearchTypes.SearchTask> {
    await this.runner.execute("insert into folded_index (name) values (?) on conflict do nothing", [index.physical_name])
    return done(index.physical_name)
  }

  override async deleteIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    await this.runner.execute("delete from folded_index where name = ?", [index])
    this.vocabulary.forget(index)
    return done(index)
  }

  override async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    const rows = await this.runner.execute<{ name: string; documents: number; created_at: Date }>(
      `select name, created_at, (select count(*)::int from folded_document where index_name = name) as documents
       from folded_index order by name`,
    )
    return rows.map(({ name, documents, created_at }) => ({
      name,
      provider: FoldedPostgresSearchService.identifier,
      document_count: Number(documents),
      created_at: new Date(created_at),
    }))
  }

  override async upsertDocuments({
    index,
    definition,
    documents,
  }: {
    index: string
    definition: SearchTypes.ResolvedSearchIndexDefinition
    documents: SearchTypes.SearchDocument[]
  }): Promise<SearchTypes.SearchTask> {
    await this.requireIndex(index)
    // One statement may not touch a row twice: the last of equal ids wins. Sorted, so that
    // two writers lock rows in the same order.
    const projected = new Map(documents.map((document) => [document.id, { document, ...projectDocument(document, definition) }]))
    const rows = [...projected.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    for (let from = 0; from < rows.length; from += documentsPerStatement) {
      const values = rows.slice(from, from + documentsPerStatement).map(({ id, document, fields, texts }) =>
        sql("(?, ?, ?::jsonb, ?::jsonb, ?::tsvector, ?::tsvector)", index, id, JSON.stringify(document), JSON.stringify(fields), foldedVector(texts), exactVector(texts)),
      )
      const { text, params } = join(values, ", ")
      await this.runner.execute(
        `insert into folded_document (index_name, id, document, fields, folded, exact) values ${text}
         on conflict (index_name, id) do update set document = excluded.document, fields = excluded.fields,
           folded = excluded.folded, exact = excluded.exact, updated_at = now()`,
        params,
      )
    }
    this.vocabulary.forget(index)
    return done(index)
  }

  override async deleteDocuments({ index, filters }: SearchTypes.SearchDeleteDocumentsInput): Promise<SearchTypes.SearchTask> {
    await this.requireIndex(index)
    const { id, ...rest } = filters
    const conditions = [sql("index_name = ?", index), compileFilters(rest)]
    if (id !== undefined) conditions.push(idCondition(id))
    const { text, params } = join(conditions, " and ")
    await this.runner.execute(`delete from folded_document where ${text}`, params)
    return done(index)
  }

  override async clearIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    await this.requireIndex(index)
    await this.runner.execute("delete from folded_document where index_name = ?", [index])
    this.vocabulary.forget(index)
    return done(index)
  }

  override async search(input: SearchTypes.ProviderSearchQuery): Promise<SearchTypes.SearchResult> {
    const index = input.index.physical_name
    const scope = (match: Match) => join([sql("index_name = ?", index), compileFilters(input.filters), match.condition], " and ")
    const { match, count } = await this.resolveMatch(input, scope)
    const { skip = 0, take = 20, order } = input.pagination ?? {}
    const hits = count > 0 && take > 0 ? await this.findHits(scope(match), match.score, orderBy(order, input.index), take, skip) : []
    return {
      hits: hits.map(({ id, score, document }) => ({ id, score: Number(score), document: pickAttributes(document, input.attributes_to_retrieve) })),
      facets: await this.countFacets(scope(match), input.search_options?.facets ?? []),
      metadata: { skip, take, count, query: input.q },
    }
  }

  /** As typed; and only if that finds nothing, as it was probably meant. */
  private async resolveMatch(input: SearchTypes.ProviderSearchQuery, scope: (match: Match) => Sql): Promise<{ match: Match; count: number }> {
    const typed = input.q?.trim() ? matchTyped(input.q) : matchAll
    const count = await this.count(scope(typed))
    if (count > 0) return { match: typed, count }
    await this.requireIndex(input.index.physical_name)
    if (typed === matchAll || !input.q || !input.search_options?.typo_tolerance) return { match: typed, count }
    const corrected = matchCorrected(input.q, await this.vocabulary.of(input.index.physical_name))
    return corrected ? { match: corrected, count: await this.count(scope(corrected)) } : { match: typed, count }
  }

  private async count(where: Sql): Promise<number> {
    const [row] = await this.runner.execute<{ total: number }>(`select count(*)::int as total from folded_document where ${where.text}`, where.params)
    return Number(row?.total ?? 0)
  }

  private findHits(where: Sql, score: Sql, order: Sql, take: number, skip: number): Promise<HitRow[]> {
    return this.runner.execute<HitRow>(
      `select id, document, score from (select id, document, fields, ${score.text} as score from folded_document where ${where.text}) as matched
       order by ${order.text} limit ? offset ?`,
      [...score.params, ...where.params, ...order.params, take, skip],
    )
  }

  private async countFacets(where: Sql, requests: (string | SearchTypes.SearchFacetRequest)[]): Promise<SearchTypes.SearchResult["facets"]> {
    const facets: Record<string, SearchTypes.SearchFacetResult> = {}
    for (const request of requests) {
      const field = typeof request === "string" ? request : request.field
      if (typeof request !== "string" && (request.type ?? "value") !== "value") {
        throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The Postgres search engine counts values only, not "${request.type}" of "${field}"`)
      }
      const values = await this.runner.execute<{ value: string; count: number }>(
        `select fields ->> ? as value, count(*)::int as count from folded_document
         where ${where.text} and (fields ->> ?) is not null group by 1 order by 2 desc, 1 limit ${maxFacetValues}`,
        [field, ...where.params, field],
      )
      facets[field] = { type: "value", values: values.map(({ value, count }) => ({ value, count: Number(count) })) }
    }
    return facets
  }

  /** The Search Module retries on NOT_FOUND: the version it knew may have been replaced meanwhile. */
  private async requireIndex(index: string): Promise<void> {
    const rows = await this.runner.execute("select 1 from folded_index where name = ?", [index])
    if (rows.length === 0) throw new MedusaError(MedusaError.Types.NOT_FOUND, `No search index "${index}" in Postgres`)
  }
}

function idCondition(id: unknown): Sql {
  const operators = id as { $in?: unknown; $eq?: unknown }
  const ids = [typeof id === "object" && id !== null && !Array.isArray(id) ? (operators.$in ?? operators.$eq) : id].flat()
  if (ids.length === 0 || ids.some((one) => typeof one !== "string")) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Documents are deleted by their ids or by filterable fields")
  }
  return sql(`id in (${ids.map(() => "?").join(", ")})`, ...ids)
}

function done(index: string): SearchTypes.SearchTask {
  return { index, status: "succeeded" }
}
