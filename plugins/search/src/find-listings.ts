import type { ListingCard } from "@cho-phien/marketplace"
import type { MedusaContainer, SearchTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { currentBadge, currentMarks, dateNumber } from "./rules/current-badge"

export type ListingSort = "relevance" | "newest" | "price_asc" | "price_desc"

export type ListingSearch = {
  q: string
  stars: ("3" | "4" | "5")[]
  province?: string
  commune?: string
  gi?: boolean
  sort: ListingSort
  limit: number
  offset: number
  /** The day in Việt Nam on which the stars must hold, "2026-11-22". */
  today: string
}

export type FoundListings = {
  listings: ListingCard[]
  count: number
  facets: { stars: { value: number; count: number }[]; provinces: { code: string; count: number }[] }
}

const orders: Record<ListingSort, SearchTypes.SearchPagination["order"]> = {
  relevance: { _score: "DESC", in_stock: "DESC", created_at: "DESC" },
  newest: { created_at: "DESC" },
  price_asc: { price_vnd: "ASC" },
  price_desc: { price_vnd: "DESC" },
}

/**
 * Published listings that match, with how many there would be per star and per province.
 * Each count leaves its own filter aside, so that a buyer sees where else there is something.
 */
export async function findListings(container: MedusaContainer, wanted: ListingSearch): Promise<FoundListings> {
  const holds = { ocop_valid_until: { $gte: dateNumber(wanted.today) } }
  const stars = wanted.stars.length > 0 ? [{ stars: wanted.stars }, holds] : []
  const province = wanted.province ? [{ province_code: wanted.province }] : []
  const others: SearchTypes.SearchFilters[] = [
    ...(wanted.commune ? [{ commune_code: wanted.commune }] : []),
    ...(wanted.gi ? [{ has_gi: true }] : []),
  ]
  const question = (conditions: SearchTypes.SearchFilters[], rest: Pick<SearchTypes.SearchQuery, "fields" | "pagination" | "search_options">) => ({
    entity: "listing",
    filters: { ...(wanted.q ? { q: wanted.q } : {}), ...(conditions.length > 0 ? { $and: conditions } : {}) },
    ...rest,
    search_options: { typo_tolerance: true, ...rest.search_options },
  })
  const count = (conditions: SearchTypes.SearchFilters[], facet: string) =>
    question(conditions, { fields: ["id"], pagination: { skip: 0, take: 0 }, search_options: { facets: [facet] } })

  const search = container.resolve(Modules.SEARCH)
  const [hits, byStars, byProvince] = await search.searchMany([
    question([...stars, ...province, ...others], {
      fields: ["card"],
      pagination: { skip: wanted.offset, take: wanted.limit, order: orders[wanted.sort] },
    }),
    // Stars that have run out since the document was written are not counted.
    count([holds, ...province, ...others], "stars"),
    count([...stars, ...others], "province_code"),
  ])
  return {
    listings: (hits?.hits ?? []).map(({ document }) => showCard(String(document.card), wanted.today)),
    count: hits?.metadata.count ?? 0,
    facets: {
      stars: values(byStars, "stars").map(({ value, count }) => ({ value: Number(value), count })).sort((a, b) => b.value - a.value),
      provinces: values(byProvince, "province_code").map(({ value, count }) => ({ code: value, count })),
    },
  }
}

function showCard(json: string, today: string): ListingCard {
  const card = JSON.parse(json) as ListingCard
  return { ...card, ocop: currentBadge(card.ocop, today), quality: currentMarks(card.quality ?? [], today) }
}

function values(result: SearchTypes.SearchResult | undefined, field: string): { value: string; count: number }[] {
  const facet = result?.facets?.[field]
  return facet?.type === "value" ? facet.values : []
}
