export const pageSize = 50;

export const statuses = ["in_force", "valid", "expiring", "prolonged", "expired", "revoked", "never"] as const;
export const listedChoices = ["here", "elsewhere", "nowhere"] as const;
export const sortColumns = ["name", "star", "status", "holds_until", "commune"] as const;
export const expiryChoices = ["30", "90", "180"] as const;
export type SortColumn = (typeof sortColumns)[number];

export type RegisterQuery = {
  q?: string;
  stars?: "3" | "4" | "5";
  status?: (typeof statuses)[number];
  commune?: string;
  listed?: (typeof listedChoices)[number];
  expiring_within?: string;
  sort?: string;
  page: number;
};

type Asked = Record<string, string | string[] | undefined>;

/** Reads the address of the register; what is not understood is as if it were not there. */
export function readRegisterQuery(asked: Asked): RegisterQuery {
  const text = (name: string) => (typeof asked[name] === "string" && asked[name] !== "" ? (asked[name] as string) : undefined);
  const oneOf = <T extends string>(name: string, all: readonly T[]) => all.find((one) => one === text(name));
  const fits = (name: string, form: RegExp) => (form.test(text(name) ?? "") ? text(name) : undefined);
  return {
    q: text("q")?.trim().slice(0, 200) || undefined,
    stars: oneOf("stars", ["3", "4", "5"] as const),
    status: oneOf("status", statuses),
    commune: fits("commune", /^\d{5}$/),
    listed: oneOf("listed", listedChoices),
    expiring_within: fits("expiring_within", /^(?:\d{1,3}|10[0-8]\d|109[0-5])$/),
    sort: fits("sort", new RegExp(`^-?(?:${sortColumns.join("|")})$`)),
    page: Number(fits("page", /^[1-9]\d{0,3}$/) ?? 1),
  };
}

/** The same as an address; the first page and empty filters are left out. */
export function registerSearch({ page = 1, ...filters }: Partial<RegisterQuery>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  const search = query.toString();
  return search ? `?${search}` : "";
}

export const registerHref = (query: Partial<RegisterQuery>) => `/dieu-hanh/so-dang-ky${registerSearch(query)}`;

/** What a heading links to: names and days begin with the first, stars with the most; a second tap turns it round. */
export function sortLink(column: SortColumn, query: RegisterQuery): Partial<RegisterQuery> {
  const current = query.sort ?? "name";
  const first = column === "star" ? `-${column}` : column;
  const turned = current.startsWith("-") ? column : `-${column}`;
  return { ...query, page: 1, sort: current.replace("-", "") === column ? turned : first };
}
