import { createRequire } from "node:module"

const require = createRequire(import.meta.url)

export const description = "The search engine on PostgreSQL: 20,000 listings, words with and without marks, typos, facets"

const documents = 20_000
const rounds = 30
const goods = ["Chè", "Miến dong", "Bưởi", "Gạo nếp", "Mật ong", "Cà phê", "Nước mắm", "Bánh chưng", "Thịt trâu gác bếp", "Rượu men lá", "Trà hoa vàng", "Măng khô"]
const places = ["Tân Cương", "Phja Đén", "Năm Roi", "Tú Lệ", "Bạc Hà", "Buôn Ma Thuột", "Phú Quốc", "Bờ Đậu", "Mường Lò", "Bắc Hà", "La Bằng", "Na Rì"]
const kinds = ["thượng hạng", "truyền thống", "hộp quà", "túi 500g", "loại một", "hữu cơ", "sấy lạnh", "nguyên chất"]

/** Needs an empty database at `databaseUrl`; writes lines through `log`. Returns the figures in milliseconds. */
export async function run({ databaseUrl = process.env.DATABASE_URL, log = console.log } = {}) {
  const { MikroORM } = require("@medusajs/framework/mikro-orm/postgresql")
  const { FoldedPostgresSearchService } = require("../.medusa/server/src/providers/postgres/service.js")
  const migrations = require("../.medusa/server/src/providers/postgres/migrations/Migration20261122044500.js")
  const orm = await MikroORM.init({ clientUrl: databaseUrl, entities: [], discovery: { warnWhenNoEntities: false } })
  try {
    const migration = new migrations.Migration20261122044500(orm.em.getDriver(), orm.config)
    await migration.up()
    for (const query of migration.getQueries()) await orm.em.execute(String(query))
    return await measure(new FoldedPostgresSearchService({ manager: orm.em }), log)
  } finally {
    await orm.close(true)
  }
}

const definition = {
  name: "bench",
  physical_name: `bench_${process.pid}`,
  primary_key: "id",
  fields: {
    title: { type: "text", searchable: { weight: 8 } },
    place: { type: "text", searchable: { weight: 2 } },
    stars: { type: "keyword", filterable: true, facetable: true },
    price_vnd: { type: "integer", sortable: true },
  },
}

async function measure(engine, log) {
  const index = definition.physical_name
  await engine.upsertIndex({ index: definition })
  try {
    const startedAt = performance.now()
    for (let from = 0; from < documents; from += 500) {
      const batch = Array.from({ length: 500 }, (_, offset) => listing(from + offset))
      await engine.upsertDocuments({ index, definition, documents: batch })
    }
    log(`${documents} documents written in ${Math.round(performance.now() - startedAt)} ms`)
    const figures = {}
    const queries = { "che tan cuong": {}, "chè Tân Cương": {}, "mien do": {}, "tan cuonh": {}, "": { pagination: { take: 24, order: { price_vnd: "ASC" } } }, "gao": { search_options: { facets: ["stars"] } } }
    for (const [q, rest] of Object.entries(queries)) {
      figures[q] = await time(() => engine.search({ index: definition, q, attributes_to_retrieve: ["title"], pagination: { take: 24 }, ...rest, search_options: { typo_tolerance: true, ...rest.search_options } }))
      log(`${JSON.stringify(q).padEnd(18)} ${figures[q].count} hits, p50 ${figures[q].p50} ms, p95 ${figures[q].p95} ms`)
    }
    return figures
  } finally {
    await engine.deleteIndex({ index })
  }
}

async function time(search) {
  const { metadata } = await search()
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    await search()
    times.push(performance.now() - startedAt)
  }
  times.sort((a, b) => a - b)
  const at = (share) => Number(times[Math.min(rounds - 1, Math.floor(rounds * share))].toFixed(1))
  return { count: metadata.count, p50: at(0.5), p95: at(0.95) }
}

function listing(number) {
  const pick = (list, step) => list[Math.floor(number / step) % list.length]
  const title = `${pick(goods, 1)} ${pick(places, goods.length)} ${pick(kinds, 7)}`
  return { id: `p${number}`, title, place: pick(places, 5), stars: number % 3 === 0 ? String(3 + (number % 3)) : null, price_vnd: 10_000 + (number * 7919) % 900_000 }
}
