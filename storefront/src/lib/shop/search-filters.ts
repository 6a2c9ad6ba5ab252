import type { SearchSort } from "@/lib/types";

export const sorts: SearchSort[] = ["relevance", "newest", "price_asc", "price_desc"];
export const pageSize = 24;

/** What the reader asked for, as it stands in the address: `/tim-kiem?q=che&stars=5,4&province=19`. */
export type SearchFilters = {
  q: string;
  stars: number[];
  province: string;
  commune: string;
  gi: boolean;
  sort: SearchSort;
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** Reads an address forgivingly: what makes no sense is left out, never an error. */
export function readFilters(params: Params): SearchFilters {
  const starsText = Array.isArray(params.stars) ? params.stars.join(",") : (params.stars ?? "");
  const stars = [5, 4, 3].filter((star) => starsText.split(",").includes(String(star)));
  const sort = sorts.find((name) => name === first(params.sort)) ?? "relevance";
  const page = Number(first(params.page));
  return {
    q: first(params.q).normalize("NFC").replace(/[\s\p{Cc}]+/gu, " ").trim().slice(0, 120),
    stars,
    province: /^\d{2}$/.test(first(params.province)) ? first(params.province) : "",
    commune: /^\d{5}$/.test(first(params.commune)) ? first(params.commune) : "",
    gi: first(params.gi) === "1",
    sort,
    page: Number.isInteger(page) && page > 1 && page <= 400 ? page : 1,
  };
}

/** The address of the same search with something changed; any change of filter goes back to page 1. */
export function searchHref(filters: SearchFilters, change: Partial<SearchFilters> = {}): string {
  const next = { ...filters, page: 1, ...change };
  const query = new URLSearchParams();
  if (next.q) query.set("q", next.q);
  if (next.stars.length > 0) query.set("stars", next.stars.join(","));
  if (next.province) query.set("province", next.province);
  if (next.commune) query.set("commune", next.commune);
  if (next.gi) query.set("gi", "1");
  if (next.sort !== "relevance") query.set("sort", next.sort);
  if (next.page > 1) query.set("page", String(next.page));
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `/tim-kiem?${text}` : "/tim-kiem";
}

/** Adds the star to the chosen ones, or takes it out when it was there. */
export function toggleStar(filters: SearchFilters, star: number): number[] {
  const chosen = filters.stars.includes(star) ? filters.stars.filter((one) => one !== star) : [...filters.stars, star];
  return chosen.sort((a, b) => b - a);
}

/** The query of `GET /store/search` for these filters. */
export function searchQuery(filters: SearchFilters): Record<string, string | number> {
  return {
    q: filters.q,
    stars: filters.stars.join(","),
    province: filters.province,
    commune: filters.commune,
    gi: filters.gi ? "1" : "",
    sort: filters.sort,
    limit: pageSize,
    offset: (filters.page - 1) * pageSize,
  };
}
