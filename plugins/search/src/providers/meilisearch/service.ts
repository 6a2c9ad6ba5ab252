import { foldedWords } from "@cho-phien/administrative-units"
import type { SearchTypes } from "@medusajs/framework/types"
import { AbstractSearchProviderService, MedusaError } from "@medusajs/framework/utils"
import type { Meilisearch, MultiSearchQuery } from "meilisearch" with { "resolution-mode": "import" }
import { telexWords, typedWithMarks } from "../../rules/telex-words"
import { pickAttributes } from "../project-document"
import { compileFilters } from "./compile-filters"
import { connect, isIndexNotFound, type ConnectOptions } from "./connect"
import { exactAttributes, foldedAttributes, indexedRow, indexSettings } from "./index-settings"

type Hit = { id: string; document: Record<string, unknown> }

const taskTimeoutMs = 120_000
const exactWeight = 4

/**
 * Search in Meilisearch, which applies writes later: every write returns a task that the
 * Search Module waits for. Typos are Meilisearch's own business (one from five letters on);
 * words typed with marks come first by asking for their Telex spelling as well.
 */
export class MeilisearchSearchService extends AbstractSearchProviderService {
  static override identifier = "meilisearch"

  private connection: Promise<Meilisearch> | undefined

  constructor(
    _dependencies: unknown,
    private readonly options: ConnectOptions,
  ) {
    super()
  }

  private client(): Promise<Meilisearch> {
    return (this.connection ??= connect(this.options))
  }

  override async upsertIndex({ index }: { index: SearchTypes.ResolvedSearchIndexDefinition }): Promise<SearchTypes.SearchTask> {
    const client = await this.client()
    const created = await client.tasks.waitForTask(await client.createIndex(index.physical_name, { primaryKey: "id" }), { timeout: taskTimeoutMs })
    if (created.status === "failed" && created.error?.code !== "index_already_exists") throw new Error(created.error?.message)
    return this.enqueued(index.physical_name, await client.index(index.physical_name).updateSettings(indexSettings(index)), true)
  }

  override async deleteIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    const client = await this.client()
    const { status, error } = await client.tasks.waitForTask(await client.deleteIndex(index), { timeout: taskTimeoutMs })
    if (status === "failed" && error?.code !== "index_not_found") throw new Error(error?.message)
    return { index, status: "succeeded" }
  }

  override async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    const { indexes } = await (await this.client()).getStats()
    return Object.entries(indexes).map(([name, { numberOfDocuments }]) => ({
      name,
      provider: MeilisearchSearchService.identifier,
      document_count: numberOfDocuments,
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
    const client = await this.requireIndex(index)
    return this.enqueued(index, await client.index(index).addDocuments(documents.map((document) => indexedRow(document, definition))))
  }

  override async deleteDocuments({ index, filters }: SearchTypes.SearchDeleteDocumentsInput): Promise<SearchTypes.SearchTask> {
    const client = await this.requireIndex(index)
    const { id, ...rest } = filters
    const ids = Array.isArray(id) ? id.map(String) : typeof id === "string" ? [id] : null
    if (ids && Object.keys(rest).length === 0) return this.enqueued(index, await client.index(index).deleteDocuments(ids))
    return this.enqueued(index, await client.index(index).deleteDocuments({ filter: compileFilters(filters) }))
  }

  override async clearIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    const client = await this.requireIndex(index)
    return this.enqueued(index, await client.index(index).deleteAllDocuments())
  }

  async waitForTask(task: SearchTypes.SearchTask, options?: { timeout_ms?: number }): Promise<SearchTypes.SearchTask> {
    const { status, error } = await (await this.client()).tasks.waitForTask(Number(task.id), { timeout: options?.timeout_ms ?? taskTimeoutMs })
    if (status === "succeeded") return { ...task, status }
    return { ...task, status: "failed", error: { message: error?.message ?? `The task was ${status}`, code: error?.code } }
  }

  override async search(input: SearchTypes.ProviderSearchQuery): Promise<SearchTypes.SearchResult> {
    const { skip = 0, take = 20, order } = input.pagination ?? {}
    const indexUid = input.index.physical_name
    const q = input.q?.trim() ?? ""
    const words = foldedWords(q)
    if (q !== "" && words.length === 0) return { hits: [], facets: {}, metadata: { skip, take, count: 0, query: input.q } }

    const folded: MultiSearchQuery = {
      indexUid,
      q: words.join(" "),
      filter: compileFilters(input.filters),
      attributesToSearchOn: foldedAttributes,
      matchingStrategy: "all",
      sort: sortRules(order),
    }
    const facets = (input.search_options?.facets ?? []).map(facetField)
    const byScore = !order || Object.keys(order)[0] === "_score"
    const client = await this.client()
    const [counted, hits] = await this.answer(indexUid, () =>
      Promise.all([
        client.multiSearch({ queries: [{ ...folded, facets, page: 1, hitsPerPage: 0 }] }),
        take === 0 ? [] : this.findHits(client, folded, byScore && typedWithMarks(q) ? telexWords(q).join(" ") : null, take, skip),
      ]),
    )
    const [totals] = counted.results
    return {
      hits: hits.map(({ id, document }) => ({ id, document: pickAttributes(document, input.attributes_to_retrieve) })),
      facets: Object.fromEntries(facets.map((field) => [field, { type: "value", values: facetValues(totals?.facetDistribution?.[field]) }])),
      metadata: { skip, take, count: totals?.totalHits ?? 0, query: input.q },
    }
  }

  /** With marks typed: both spellings are asked, the exact one counts more, and every document comes once. */
  private async findHits(client: Meilisearch, folded: MultiSearchQuery, exact: string | null, limit: number, offset: number): Promise<Hit[]> {
    if (exact === null) {
      const { results } = await client.multiSearch({ queries: [{ ...folded, limit, offset }] })
      return (results[0]?.hits ?? []) as unknown as Hit[]
    }
    const { hits } = await client.multiSearch({
      federation: { limit, offset },
      queries: [
        { ...folded, q: exact, attributesToSearchOn: exactAttributes, federationOptions: { weight: exactWeight } },
        { ...folded, federationOptions: { weight: 1 } },
      ],
    })
    return hits as unknown as Hit[]
  }

  private enqueued(index: string, task: { taskUid: number }): SearchTypes.SearchTask
  private enqueued(index: string, task: { taskUid: number }, wait: true): Promise<SearchTypes.SearchTask>
  private enqueued(index: string, { taskUid }: { taskUid: number }, wait?: true): SearchTypes.SearchTask | Promise<SearchTypes.SearchTask> {
    const task: SearchTypes.SearchTask = { id: String(taskUid), index, status: "enqueued" }
    return wait ? this.waitForTask(task) : task
  }

  /** Documents written to an index that is gone would make a new one without settings. */
  private async requireIndex(index: string): Promise<Meilisearch> {
    const client = await this.client()
    await this.answer(index, () => client.getRawIndex(index))
    return client
  }

  /** The Search Module retries on NOT_FOUND: the version it knew may have been replaced meanwhile. */
  private async answer<T>(index: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      if (isIndexNotFound(error)) {
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `No search index "${index}" in Meilisearch`)
      }
      throw error
    }
  }
}

/** Relevance is Meilisearch's own; the id makes pages stable. */
function sortRules(order: SearchTypes.SearchPagination["order"]): string[] {
  const wishes = Object.entries(order ?? {}).filter(([name]) => name !== "_score")
  return [...wishes.map(([name, direction]) => `${name}:${direction === "ASC" ? "asc" : "desc"}`), "id:asc"]
}

function facetField(request: string | SearchTypes.SearchFacetRequest): string {
  if (typeof request === "string") return request
  if ((request.type ?? "value") === "value") return request.field
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The Meilisearch engine counts values only, not "${request.type}" of "${request.field}"`)
}

function facetValues(distribution: Record<string, number> | undefined): { value: string; count: number }[] {
  return Object.entries(distribution ?? {})
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
