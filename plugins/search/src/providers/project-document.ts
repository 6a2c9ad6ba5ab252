import type { SearchTypes } from "@medusajs/framework/types"

/** How much a hit in a text counts; A most. Engines know four classes, not numbers. */
export const weightClasses = ["A", "B", "C", "D"] as const
export type WeightClass = (typeof weightClasses)[number]

export type ProjectedDocument = {
  id: string
  /** Values one filters, sorts or counts by; absent where the document has none. */
  fields: Record<string, string | number | boolean>
  texts: Record<WeightClass, string[]>
}

/** What an engine has to store of a document beside the document itself, read off the index definition. */
export function projectDocument(
  document: SearchTypes.SearchDocument,
  definition: Pick<SearchTypes.ResolvedSearchIndexDefinition, "fields" | "primary_key">,
): ProjectedDocument {
  const projected: ProjectedDocument = { id: String(document[definition.primary_key]), fields: {}, texts: { A: [], B: [], C: [], D: [] } }
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = document[name]
    if (value === null || value === undefined) continue
    if (field.searchable) projected.texts[weightClass(field.searchable)].push(String(value))
    if (!isComparable(field)) continue
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
      throw new Error(`The field "${name}" of a search index must be a text, a number or a boolean to be filtered, sorted or counted by`)
    }
    projected.fields[name] = value
  }
  return projected
}

/** Whether an engine must be able to filter, sort or count by the field. */
export function isComparable(field: SearchTypes.SearchFieldDefinition): boolean {
  return Boolean(field.filterable || field.sortable || field.facetable)
}

function weightClass(searchable: boolean | { weight?: number }): WeightClass {
  const weight = typeof searchable === "object" ? (searchable.weight ?? 1) : 1
  if (weight >= 8) return "A"
  if (weight >= 4) return "B"
  return weight >= 2 ? "C" : "D"
}

/** The document as a hit returns it: only the attributes that were asked for. */
export function pickAttributes(document: Record<string, unknown>, attributes: string[]): Record<string, unknown> {
  return Object.fromEntries(attributes.filter((name) => name in document).map((name) => [name, document[name]]))
}
