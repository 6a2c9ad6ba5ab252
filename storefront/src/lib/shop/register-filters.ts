export const registerStatuses = ["in_force", "valid", "expiring", "prolonged", "expired", "revoked"] as const;
export const registerSorts = ["name", "newest", "ending", "stars"] as const;
export const registerPageSize = 24;

/** What the reader asked the register for, as it stands in the address: `/so-ocop?q=che&stars=5,4&province=19`. */
export type RegisterFilters = {
  q: string;
  stars: number[];
  province: string;
  /** Only within a province. */
  commune: string;
  set: string;
  status: (typeof registerStatuses)[number] | "";
  sort: (typeof registerSorts)[number];
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** Reads an address forgivingly: what makes no sense is left out, never an error. A form sends `stars=5&stars=4`. */
export function readRegisterFilters(params: Params): RegisterFilters {
  const stars = [params.stars ?? ""].flat().join(",").split(",");
  const province = /^\d{2}$/.test(first(params.province)) ? first(params.province) : "";
  const page = Number(first(params.page));
  return {
    q: first(params.q).normalize("NFC").replace(/[\s\p{Cc}]+/gu, " ").trim().slice(0, 120),
    stars: [5, 4, 3].filter((star) => stars.includes(String(star))),
    province,
    commune: province && /^\d{5}$/.test(first(params.commune)) ? first(params.commune) : "",
    set: /^[1-9]\d?$/.test(first(params.set)) ? first(params.set) : "",
    status: registerStatuses.find((status) => status === first(params.status)) ?? "",
    sort: registerSorts.find((sort) => sort === first(params.sort)) ?? "name",
    page: Number.isInteger(page) && page > 1 && page <= 4_000 ? page : 1,
  };
}

/** The address of the same question with something changed; any change goes back to page 1. */
export function registerHref(filters: RegisterFilters, change: Partial<RegisterFilters> = {}): string {
  const { q, stars, province, commune, set, status, sort, page } = { ...filters, page: 1, ...change };
  const given = { q, stars: stars.join(","), province, commune: province && commune, set, status, sort: sort === "name" ? "" : sort, page: page > 1 ? String(page) : "" };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value));
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `/so-ocop?${text}` : "/so-ocop";
}

/** The query of `GET /store/ocop/register` for these filters. */
export function registerQuery({ stars, page, ...filters }: RegisterFilters): Record<string, string | number> {
  return { ...filters, stars: stars.join(","), limit: registerPageSize, offset: (page - 1) * registerPageSize };
}

export function isNarrowed({ q, stars, province, set, status }: RegisterFilters): boolean {
  return Boolean(q || stars.length > 0 || province || set || status);
}
