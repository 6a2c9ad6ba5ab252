import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { mutationsFor } from "./index-listings"

const idsPerPage = 1000
const idsPerWrite = 100

/**
 * Compares the published products with what the index holds and puts right the difference:
 * events are delivered at most once without Redis. Returns how many products it wrote or removed.
 */
export async function reconcileListingIndex(container: MedusaContainer): Promise<number> {
  const [published, indexed] = await Promise.all([publishedIds(container), indexedIds(container)])
  const different = [...published].filter((id) => !indexed.has(id)).concat([...indexed].filter((id) => !published.has(id)))
  const search = container.resolve(Modules.SEARCH)
  let changed = 0
  for (let from = 0; from < different.length; from += idsPerWrite) {
    for (const mutation of await mutationsFor(different.slice(from, from + idsPerWrite))) {
      if (mutation.action === "upsert") {
        await search.upsertDocuments({ index: "listing", documents: mutation.documents })
        changed += mutation.documents.length
      } else {
        const gone = [mutation.filters.id].flat().filter((id) => typeof id === "string" && indexed.has(id))
        if (gone.length === 0) continue
        await search.deleteDocuments({ index: "listing", filters: { id: gone as string[] } })
        changed += gone.length
      }
    }
  }
  if (changed > 0) container.resolve(ContainerRegistrationKeys.LOGGER).info(`Search: ${changed} listings put right in the index`)
  return changed
}

async function publishedIds(container: MedusaContainer): Promise<Set<string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  return collect(async (skip) => {
    const { data } = await query.graph({
      entity: "product",
      fields: ["id"],
      filters: { status: "published" },
      pagination: { take: idsPerPage, skip, order: { id: "ASC" } },
    })
    return data.map(({ id }) => id)
  })
}

async function indexedIds(container: MedusaContainer): Promise<Set<string>> {
  const search = container.resolve(Modules.SEARCH)
  return collect(async (skip) => {
    const { hits } = await search.search({ entity: "listing", fields: ["id"], pagination: { take: idsPerPage, skip, order: { created_at: "ASC" } } })
    return hits.map(({ id }) => id)
  })
}

async function collect(page: (skip: number) => Promise<string[]>): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let skip = 0; ; skip += idsPerPage) {
    const found = await page(skip)
    for (const id of found) ids.add(id)
    if (found.length < idsPerPage) return ids
  }
}
