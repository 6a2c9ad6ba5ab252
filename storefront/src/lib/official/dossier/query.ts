import { type Kind, kinds, type State, states } from "@/lib/dossier/names";

export const dossiersPerPage = 50;

export const dossierSorts = ["deadline", "submitted", "name", "commune"] as const;
export type DossierSort = (typeof dossierSorts)[number];
/** A column, with a minus before it the other way round. */
export type DossierOrder = DossierSort | `-${DossierSort}`;
export const dossierOrders: readonly DossierOrder[] = dossierSorts.flatMap((column) => [column, `-${column}`] as const);

export type DossierQuery = { state?: State; kind?: Kind; commune?: string; set_no?: string; overdue: boolean; mine: boolean; q: string; sort?: DossierOrder; page: number };
type Given = Record<string, string | string[] | undefined>;

/** Reads the filters of the list from the address; what is not understood is as if it were not there. */
export function readDossierQuery(query: Given): DossierQuery {
  return {
    state: states.find((state) => state !== "draft" && state === query.state),
    kind: kinds.find((kind) => kind === query.kind),
    commune: typeof query.commune === "string" && /^\d{5}$/.test(query.commune) ? query.commune : undefined,
    set_no: typeof query.set_no === "string" && /^[1-9]\d?$/.test(query.set_no) ? query.set_no : undefined,
    overdue: query.overdue === "true",
    mine: query.mine === "true",
    q: typeof query.q === "string" ? query.q.trim().slice(0, 100) : "",
    sort: dossierOrders.find((order) => order !== "deadline" && order === query.sort),
    page: typeof query.page === "string" && /^[1-9]\d{0,3}$/.test(query.page) ? Number(query.page) : 1,
  };
}

/** As the API takes them, without the page. */
export function dossierFilters({ state, kind, commune, set_no, overdue, mine, q, sort }: DossierQuery): Record<string, string | undefined> {
  return { state, kind, commune, set_no, overdue: overdue ? "true" : undefined, mine: mine ? "true" : undefined, q: q || undefined, sort };
}

/** What a heading links to: the earliest or first on top, the latest handed in before older ones; a second tap turns it round. */
export function dossierSortLink(column: DossierSort, query: DossierQuery): DossierQuery {
  const { by, descending } = dossierOrder(query);
  const first: DossierOrder = column === "submitted" ? "-submitted" : column;
  const sort: DossierOrder = by !== column ? first : descending ? column : `-${column}`;
  // The earliest deadline first is what the bare address stands for.
  return { ...query, page: 1, sort: sort === "deadline" ? undefined : sort };
}

/** The order the list stands in. */
export function dossierOrder({ sort = "deadline" }: Pick<DossierQuery, "sort">): { by: DossierSort; descending: boolean } {
  return { by: sort.replace("-", "") as DossierSort, descending: sort.startsWith("-") };
}

/** The address of the list, or of its file with `path`; the first page has no number. */
export function dossiersHref(query: DossierQuery, path = "/dieu-hanh/ho-so"): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(dossierFilters(query))) if (value) parameters.set(name, value);
  if (query.page > 1) parameters.set("page", String(query.page));
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
