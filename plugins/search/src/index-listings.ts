import { fetchListings } from "@cho-phien/marketplace"
import { container } from "@medusajs/framework"
import type { SearchTypes } from "@medusajs/framework/types"
import { affectedProducts } from "./affected-products"
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

export async function consumeEvent(event: { name: string; data: unknown }): Promise<Mutation[]> {
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
