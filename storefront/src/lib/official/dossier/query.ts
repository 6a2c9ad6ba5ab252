import { type Kind, kinds, type State, states } from "@/lib/dossier/names";

export const dossiersPerPage = 50;

export type DossierQuery = { state?: State; kind?: Kind; commune?: string; overdue: boolean; mine: boolean; q: string; page: number };
type Given = Record<string, string | string[] | undefined>;

/** Reads the filters of the list from the address; what is not understood is as if it were not there. */
export function readDossierQuery(query: Given): DossierQuery {
  return {
    state: states.find((state) => state !== "draft" && state === query.state),
    kind: kinds.find((kind) => kind === query.kind),
    commune: typeof query.commune === "string" && /^\d{5}$/.test(query.commune) ? query.commune : undefined,
    overdue: query.overdue === "true",
    mine: query.mine === "true",
    q: typeof query.q === "string" ? query.q.trim().slice(0, 100) : "",
    page: typeof query.page === "string" && /^[1-9]\d{0,3}$/.test(query.page) ? Number(query.page) : 1,
  };
}

/** As the API takes them, without the page. */
export function dossierFilters({ state, kind, commune, overdue, mine, q }: DossierQuery): Record<string, string | undefined> {
  return { state, kind, commune, overdue: overdue ? "true" : undefined, mine: mine ? "true" : undefined, q: q || undefined };
}

/** The address of the list, or of its file with `path`; the first page has no number. */
export function dossiersHref(query: DossierQuery, path = "/dieu-hanh/ho-so"): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(dossierFilters(query))) if (value) parameters.set(name, value);
  if (query.page > 1) parameters.set("page", String(query.page));
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
