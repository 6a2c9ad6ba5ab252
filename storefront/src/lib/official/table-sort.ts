import type { CommuneRate } from "./schemas";

export const sortColumns = ["name", "recognised", "listed", "rate"] as const;
export type SortColumn = (typeof sortColumns)[number];
export type Sort = { by: SortColumn; descending: boolean };

const byDefault: Sort = { by: "recognised", descending: true };

/** `rate` or `-rate` in the address; anything else is the default: most products first. */
export function readSort(value: unknown): Sort {
  if (typeof value !== "string") return byDefault;
  const descending = value.startsWith("-");
  const by = sortColumns.find((column) => column === value.slice(descending ? 1 : 0));
  return by ? { by, descending } : byDefault;
}

/** What a heading links to: numbers start with the largest, names with A; a second tap turns the order round. */
export function sortLink(column: SortColumn, current: Sort): string {
  const descending = current.by === column ? !current.descending : column !== "name";
  return descending ? `-${column}` : column;
}

/** A commune without a rate stands last in both directions; equals are in the order of their names. */
export function sortCommunes(communes: readonly CommuneRate[], { by, descending }: Sort): CommuneRate[] {
  const collator = new Intl.Collator("vi");
  const sign = descending ? -1 : 1;
  return [...communes].sort((a, b) => {
    const names = collator.compare(a.name, b.name);
    if (by === "name") return sign * names;
    if (by !== "rate") return sign * (a[by] - b[by]) || names;
    if (a.rate_percent === null || b.rate_percent === null) {
      return Number(a.rate_percent === null) - Number(b.rate_percent === null) || names;
    }
    return sign * (Number(a.rate_percent) - Number(b.rate_percent)) || names;
  });
}
