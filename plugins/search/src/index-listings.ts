import { fetchListings } from "@cho-phien/marketplace"
import { container } from "@medusajs/framework"
import type { SearchTypes } from "@medusajs/framework/types"
import { affectedProducts } from "./affected-products"
import { Gatherer } from "./gatherer"
import { toListingDocument, type ListingDocument } from "./listing-document"

const productsPerPage = 100

type Mutation = { action: "upsert"; documents: ListingDocument[] } | { action: "delete"; filters: SearchTypes.SearchFilters }

/**
 * What the index has to hold of these products now: published ones are written, all others
 * taken out. It looks at the present, not at the event, so repeating or reordering events
 * changes nothing.
 */
export async function mutationsFor(productIds: string[]): Promise<Mutation[]> {
  if (productIds.length === 0) return []
  const listings = (await fetchListings(container, { productIds })).filter(({ status }) => status === "published")
  const published = new Set(listings.map(({ id }) => id))
  const gone = productIds.filter((id) => !published.has(id))
  return [
    ...(listings.length > 0 ? [{ action: "upsert" as const, documents: listings.map(toListingDocument) }] : []),
    ...(gone.length > 0 ? [{ action: "delete" as const, filters: { id: gone } }] : []),
  ]
}

type ConsumedEvent = { name: string; data: unknown }

const stockEvents = new Gatherer<ConsumedEvent, Mutation>(async (events) => {
  const names = [...new Set(events.map(({ name }) => name))]
  const found = await Promise.all(names.map((name) => affectedProducts(container, { name, data: events.filter((event) => event.name === name).flatMap(({ data }) => data) })))
  return mutationsFor([...new Set(found.flat())])
})

/** An order tells of each reservation and each level apart, several at once: those are looked at together. */
export async function consumeEvent(event: ConsumedEvent): Promise<Mutation[]> {
  if (event.name.startsWith("inventory.")) return stockEvents.take(event)
  return mutationsFor(await affectedProducts(container, event))
}

/**
 * All products, in pages by id, from the one after `last_key`; or, to catch up with what
 * happened while a version was being filled, those changed since.
 */
export async function* seedDocuments({ container: { query }, last_key, catchup }: SearchTypes.SearchSeedContext): AsyncGenerator<Mutation[]> {
  let after = last_key
  for (;;) {
    const { data } = await query.graph({
      entity: "product",
      fields: ["id"],
      filters: {
        // While catching up, products that were taken down meanwhile must be seen, too.
        ...(catchup ? { updated_at: { $gte: catchup.since } } : { status: "published" as const }),
        ...(after === undefined ? {} : { id: { $gt: after } }),
      },
      pagination: { take: productsPerPage, skip: 0, order: { id: "ASC" } },
    })
    if (data.length === 0) return
    after = data[data.length - 1]?.id
    yield await mutationsFor(data.map(({ id }) => id))
    if (data.length < productsPerPage) return
  }
}
