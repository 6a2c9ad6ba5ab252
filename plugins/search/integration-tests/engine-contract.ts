import type { ISearchProvider, SearchTypes } from "@medusajs/framework/types"
import { beforeAll, expect, test } from "vitest"

/** What the search needs of an engine; every engine passes the same tests. */
export function engineContract(engineOf: () => ISearchProvider): void {
  const name = `contract_${Date.now()}`
  const definition = {
    name,
    entity: "product",
    primary_key: "id",
    provider: "any",
    settings: {},
    definition_hash: "hash",
    physical_name: name,
    fields: {
      id: { type: "keyword", filterable: true },
      title: { type: "text", searchable: { weight: 8 } },
      seller_name: { type: "text", searchable: { weight: 2 } },
      stars: { type: "keyword", filterable: true, facetable: true },
      valid_until: { type: "integer", filterable: true },
      in_stock: { type: "boolean", filterable: true, sortable: true },
      price_vnd: { type: "integer", sortable: true, filterable: true },
    },
    seed: async function* () {},
  } as unknown as SearchTypes.ResolvedSearchIndexDefinition

  const product = (id: string, title: string, price_vnd: number, more: Record<string, unknown> = {}) => ({
    id, title, price_vnd, seller_name: "HTX Tân Hương", stars: null, valid_until: null, in_stock: true, card: `{"t":"${title}"}`, ...more,
  })
  const documents = [
    product("p1", "Chè Đinh Tân Cương", 250_000, { stars: "5", valid_until: 20270101 }),
    product("p2", "Chè Tôm nõn La Bằng", 180_000, { stars: "4", valid_until: 20260101 }),
    product("p3", "Trà hoà tan", 90_000, { stars: "4", valid_until: 20280101 }),
    product("p4", "Bơ sáp", 40_000, { in_stock: false }),
    product("p5", "Bò khô gác bếp", 350_000, { seller_name: "Nhà bà Tư" }),
    product("p6", "Cà phê Buôn Ma Thuột", 120_000),
  ]

  const settle = async (task: SearchTypes.SearchTask) => {
    const settled = task.status === "succeeded" ? task : await engineOf().waitForTask?.(task)
    expect(settled?.status).toBe("succeeded")
  }
  const search = (q: string, rest: Partial<SearchTypes.ProviderSearchQuery> = {}) =>
    engineOf().search({ index: definition, q, attributes_to_retrieve: ["card"], search_options: { typo_tolerance: true }, ...rest })
  const ids = async (q: string, rest?: Partial<SearchTypes.ProviderSearchQuery>) => (await search(q, rest)).hits.map(({ id }) => id)
  const write = async (some: SearchTypes.SearchDocument[]) => settle(await engineOf().upsertDocuments({ index: name, definition, documents: some }))

  beforeAll(async () => {
    await settle(await engineOf().upsertIndex({ index: definition }))
    await write(documents)
  })

  test.each(["che tan cuong", "chè Tân Cương", "CHÈ TÂN CƯƠNG".normalize("NFD"), "dinh cuo", "tan cuonh"])("%s finds the tea", async (q) => {
    expect(await ids(q)).toContain("p1")
  })

  test("both placings of the tone are one word", async () => {
    expect(await ids("hoà tan")).toEqual(["p3"])
    expect(await ids("hòa tan")).toEqual(["p3"])
  })

  test("words with the very marks typed come first; without marks both are found", async () => {
    expect(await ids("bơ")).toEqual(["p4", "p5"])
    expect(await ids("bò")).toEqual(["p5", "p4"])
    expect((await ids("bo")).sort()).toEqual(["p4", "p5"])
  })

  test("every word must occur, in whichever text", async () => {
    expect(await ids("bo ba tu")).toEqual(["p5"])
    expect(await ids("che buon")).toEqual([])
  })

  test("a hit carries what was asked for", async () => {
    const { hits, metadata } = await search("ca phe")
    expect(hits[0]?.document).toEqual({ card: '{"t":"Cà phê Buôn Ma Thuột"}' })
    expect(metadata.count).toBe(1)
  })

  test("filters and counts", async () => {
    const filters = { $and: [{ stars: ["5", "4"] }, { valid_until: { $gte: 20261122 } }] }
    expect((await ids("", { filters, pagination: { take: 10, order: { price_vnd: "ASC" } } }))).toEqual(["p3", "p1"])
    const { hits, facets, metadata } = await search("", {
      filters: { valid_until: { $gte: 20261122 } },
      pagination: { skip: 0, take: 0 },
      search_options: { facets: ["stars"] },
    })
    expect(hits).toEqual([])
    expect(metadata.count).toBe(2)
    expect(facets?.stars).toEqual({ type: "value", values: [{ value: "4", count: 1 }, { value: "5", count: 1 }] })
    expect(await ids("", { filters: { in_stock: false } })).toEqual(["p4"])
  })

  test("sorting and pages", async () => {
    const page = (skip: number, way: "ASC" | "DESC") => ids("", { pagination: { skip, take: 4, order: { price_vnd: way } } })
    expect([...(await page(0, "ASC")), ...(await page(4, "ASC"))]).toEqual(["p4", "p3", "p6", "p2", "p1", "p5"])
    expect(await page(0, "DESC")).toEqual(["p5", "p1", "p2", "p6"])
    expect((await search("", { pagination: { skip: 100, take: 4 } })).metadata.count).toBe(6)
  })

  test.each(["';--", "' | 'x':*", "\\", "!!!", "?", "$1", "%", "a".repeat(200), "𝕏 😀"])("%j is only a text", async (q) => {
    expect(Array.isArray((await search(q)).hits)).toBe(true)
    expect(await ids("", { filters: { stars: q || "x" } })).toEqual([])
  })

  test("writing again replaces, deleting removes, an empty index stays", async () => {
    await write([product("p9", "Mật ong", 1)])
    await write([product("p9", "Mật ong bạc hà", 2)])
    expect(await ids("mat ong bac ha")).toEqual(["p9"])
    expect((await engineOf().listIndexes()).find((index) => index.name === name)?.document_count).toBe(7)
    await settle(await engineOf().deleteDocuments({ index: name, filters: { id: ["p9"] } }))
    expect(await ids("mat ong")).toEqual([])
    await settle(await engineOf().clearIndex({ index: name }))
    expect((await engineOf().listIndexes()).find((index) => index.name === name)?.document_count).toBe(0)
  })

  test("an index that is gone is NOT_FOUND, for reading and for writing", async () => {
    await settle(await engineOf().deleteIndex({ index: name }))
    await settle(await engineOf().deleteIndex({ index: name }))
    await expect(search("che")).rejects.toMatchObject({ type: "not_found" })
    await expect(engineOf().upsertDocuments({ index: name, definition, documents })).rejects.toMatchObject({ type: "not_found" })
  })
}
