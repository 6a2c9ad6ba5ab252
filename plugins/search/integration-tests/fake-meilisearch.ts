import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { editDistance } from "../src/rules/correct-word"

type Row = Record<string, unknown> & { id: string }
type Query = {
  indexUid: string; q?: string; filter?: (string | string[])[]; attributesToSearchOn?: string[]; sort?: string[]; facets?: string[]
  limit?: number; offset?: number; hitsPerPage?: number; federationOptions?: { weight: number }
}
type Body = { uid?: string; queries?: Query[]; federation?: { limit: number; offset: number }; filter?: (string | string[])[] }
class Refusal extends Error {
  constructor(readonly status: number, readonly code: string) {
    super(code)
  }
}

/**
 * As much of Meilisearch over HTTP as the engine uses, after its API reference: indexes, settings,
 * documents, tasks, stats, multi-search with and without federation. Writes are tasks that have to
 * be waited for; a filter on an attribute that was not declared filterable is refused, as there.
 */
export class FakeMeilisearch {
  private readonly indexes = new Map<string, { rows: Map<string, Row>; settings: { filterableAttributes?: string[]; sortableAttributes?: string[] } }>()
  private readonly tasks: { status: string; error: { message: string; code: string } | null }[] = []
  private readonly server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const send = (status: number, body: unknown) => res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
      try {
        const text = Buffer.concat(chunks).toString()
        send(200, this.answer(req.method ?? "", (req.url ?? "").split("?")[0] ?? "", text ? JSON.parse(text) : {}))
      } catch (error) {
        if (!(error instanceof Refusal)) return send(500, { message: String(error), code: "internal" })
        send(error.status, { message: error.code, code: error.code, type: "invalid_request", link: "" })
      }
    })
  })

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private answer(method: string, url: string, body: Body & unknown[]): unknown {
    const [root, uid = "", part = "", last = ""] = url.split("/").slice(1)
    if (root === "tasks") return { uid: Number(uid), indexUid: null, type: "any", ...this.tasks[Number(uid)] }
    if (root === "stats") {
      return { indexes: Object.fromEntries([...this.indexes].map(([name, { rows }]) => [name, { numberOfDocuments: rows.size }])) }
    }
    if (root === "multi-search") return this.multiSearch(body)
    if (root !== "indexes") throw new Refusal(404, "not_found")
    if (method === "POST" && !uid) {
      return this.task(() => {
        if (this.indexes.has(String(body.uid))) throw new Refusal(400, "index_already_exists")
        this.indexes.set(String(body.uid), { rows: new Map(), settings: {} })
      })
    }
    if (method === "DELETE" && !part) return this.task(() => void (this.index(uid), this.indexes.delete(uid)))
    if (method === "GET") return { uid, primaryKey: this.index(uid) && "id" }
    const index = this.index(uid)
    if (part === "settings") return this.task(() => void Object.assign(index.settings, body))
    if (method === "DELETE") return this.task(() => index.rows.clear())
    if (last === "delete-batch") return this.task(() => body.forEach((id) => index.rows.delete(String(id))))
    if (last === "delete") return this.task(() => this.matching({ indexUid: uid, filter: body.filter }).forEach(({ id }) => index.rows.delete(id)))
    return this.task(() => (body as unknown as Row[]).forEach((row) => index.rows.set(row.id, row)))
  }

  private task(work: () => void): unknown {
    let error: { message: string; code: string } | null = null
    try {
      work()
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      error = { message: thrown.code, code: thrown.code }
    }
    this.tasks.push({ status: error ? "failed" : "succeeded", error })
    return { taskUid: this.tasks.length - 1, indexUid: null, status: "enqueued", type: "any", enqueuedAt: new Date().toISOString() }
  }

  private index(uid: string) {
    const index = this.indexes.get(uid)
    if (!index) throw new Refusal(404, "index_not_found")
    return index
  }

  private multiSearch({ queries = [], federation }: Body): unknown {
    const hitOf = ({ id, document }: Row) => ({ id, document })
    if (federation) {
      const best = new Map<string, { row: Row; weight: number }>()
      for (const query of queries) {
        for (const row of this.matching(query)) {
          const weight = query.federationOptions?.weight ?? 1
          if (weight > (best.get(row.id)?.weight ?? 0)) best.set(row.id, { row, weight })
        }
      }
      const ranked = [...best.values()].sort((a, b) => b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1))
      return { hits: ranked.slice(federation.offset, federation.offset + federation.limit).map(({ row }) => hitOf(row)) }
    }
    return {
      results: queries.map((query) => {
        const rows = this.matching(query)
        const facetDistribution = Object.fromEntries((query.facets ?? []).map((field) => [field, this.count(query.indexUid, rows, field)]))
        if (query.hitsPerPage !== undefined) return { hits: [], totalHits: rows.length, facetDistribution }
        const from = query.offset ?? 0
        return { hits: rows.slice(from, from + (query.limit ?? 20)).map(hitOf), estimatedTotalHits: rows.length }
      }),
    }
  }

  private count(uid: string, rows: Row[], field: string): Record<string, number> {
    this.requireDeclared(uid, field)
    const counts: Record<string, number> = {}
    for (const row of rows) if (row[field] !== undefined) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1
    return counts
  }

  private matching({ indexUid, q = "", filter = [], attributesToSearchOn = [], sort = [] }: Query): Row[] {
    const { rows, settings } = this.index(indexUid)
    const words = q.split(" ").filter(Boolean)
    const found = [...rows.values()].filter((row) => {
      const known = attributesToSearchOn.flatMap((name) => (row[name] as string[]).flatMap((text) => text.split(" ")))
      const occurs = (word: string, index: number) =>
        known.some((one) => one === word || (index === words.length - 1 && one.startsWith(word)) || (word.length >= 5 && editDistance(word, one, 1) <= 1))
      return words.every(occurs) && filter.every((condition) => [condition].flat().some((one) => this.holds(indexUid, row, one)))
    })
    const rules = sort.map((rule) => rule.split(":") as [string, string])
    for (const [name] of rules) if (!settings.sortableAttributes?.includes(name)) throw new Refusal(400, "invalid_search_sort")
    return found.sort((a, b) => {
      for (const [name, way] of rules) {
        const [one, other] = [a[name] as number, b[name] as number]
        if (one !== other) return (one < other ? -1 : 1) * (way === "asc" ? 1 : -1)
      }
      return 0
    })
  }

  private holds(uid: string, row: Row, condition: string): boolean {
    const [, name = "", operator = "", operand = ""] = /^(\w+) (=|!=|>=|<=|>|<|IN) (.*)$/su.exec(condition) ?? []
    this.requireDeclared(uid, name)
    const value = row[name] as number | string | boolean | undefined
    const wanted: unknown = JSON.parse(operand)
    if (operator === "IN") return (wanted as unknown[]).includes(value)
    if (operator === "=") return value === wanted
    if (operator === "!=") return value !== wanted
    if (typeof value !== "number" || typeof wanted !== "number") return false
    if (operator === ">=") return value >= wanted
    if (operator === "<=") return value <= wanted
    return operator === ">" ? value > wanted : value < wanted
  }

  private requireDeclared(uid: string, name: string): void {
    if (!this.index(uid).settings.filterableAttributes?.includes(name)) throw new Refusal(400, "invalid_search_filter")
  }
}
