import { foldedWords } from "@cho-phien/administrative-units"
import type { SearchTypes } from "@medusajs/framework/types"
import type { Settings } from "meilisearch" with { "resolution-mode": "import" }
import { telexWords } from "../../rules/telex-words"
import { isComparable, projectDocument, weightClasses, type ProjectedDocument } from "../project-document"

export const exactAttributes = weightClasses.map((weight) => `exact_${weight}`)
export const foldedAttributes = weightClasses.map((weight) => `folded_${weight}`)

/** The most hits Meilisearch counts and pages through; beyond it a count would be wrong. */
const maxTotalHits = 1_000_000

/**
 * Meilisearch folds marks away in index and query alike, so that đậu and dầu are one word to
 * it. Exact words are therefore stored in Telex, an alphabet it leaves alone.
 */
export function indexSettings(definition: Pick<SearchTypes.ResolvedSearchIndexDefinition, "fields">): Settings {
  const comparable = Object.entries(definition.fields).filter(([, field]) => isComparable(field))
  return {
    searchableAttributes: weightClasses.flatMap((weight) => [`exact_${weight}`, `folded_${weight}`]),
    displayedAttributes: ["id", "document"],
    filterableAttributes: comparable.map(([name]) => name),
    sortableAttributes: ["id", ...comparable.filter(([, field]) => field.sortable).map(([name]) => name)],
    rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness"],
    pagination: { maxTotalHits },
    faceting: { maxValuesPerFacet: 200 },
  }
}

/** The row Meilisearch stores: values to compare, texts in both spellings, the document itself. */
export function indexedRow(document: SearchTypes.SearchDocument, definition: SearchTypes.ResolvedSearchIndexDefinition): Record<string, unknown> {
  const { id, fields, texts } = projectDocument(document, definition)
  return { ...fields, id, document, ...spelled("exact", texts, telexWords), ...spelled("folded", texts, foldedWords) }
}

function spelled(prefix: string, texts: ProjectedDocument["texts"], wordsOf: (text: string) => string[]): Record<string, string[]> {
  return Object.fromEntries(weightClasses.map((weight) => [`${prefix}_${weight}`, texts[weight].map((text) => wordsOf(text).join(" "))]))
}
