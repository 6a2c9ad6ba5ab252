import type { SearchTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

const comparisons: Record<string, string> = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=", $eq: "=", $ne: "!=" }

/**
 * The search module's filters in Meilisearch's form: conditions that must all hold, a list
 * among them meaning that one of it must. What does not fit that form is refused.
 */
export function compileFilters(filters: SearchTypes.SearchFilters | undefined): (string | string[])[] {
  return Object.entries(filters ?? {}).flatMap(([name, value]): (string | string[])[] => {
    if (value === undefined) return []
    if (name === "$and") return (value as SearchTypes.SearchFilters[]).flatMap(compileFilters)
    if (name === "$or") return [(value as SearchTypes.SearchFilters[]).map((branch) => single(compileFilters(branch)))]
    if (name.startsWith("$")) throw refused(name, "all documents")
    return fieldConditions(name, value)
  })
}

function fieldConditions(name: string, value: unknown): (string | string[])[] {
  // Field names stand in the filter as they are, so they are checked, not quoted.
  if (!/^\w+$/.test(name)) throw refused("filter", name)
  if (Array.isArray(value)) return [oneOf(name, value)]
  if (value === null || typeof value !== "object") return [`${name} = ${literal(name, value)}`]
  return Object.entries(value).map(([operator, operand]) => {
    if (operator === "$in" && Array.isArray(operand)) return oneOf(name, operand)
    if (operator === "$exists") return operand ? `${name} EXISTS` : `${name} NOT EXISTS`
    const comparison = comparisons[operator]
    if (!comparison) throw refused(operator, name)
    return `${name} ${comparison} ${literal(name, operand)}`
  })
}

function oneOf(name: string, values: unknown[]): string {
  return `${name} IN [${values.map((value) => literal(name, value)).join(", ")}]`
}

function single(conditions: (string | string[])[]): string {
  const [only] = conditions
  if (conditions.length !== 1 || typeof only !== "string") throw refused("$or", "several conditions at once")
  return only
}

function literal(name: string, value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  if (typeof value === "string") return `"${value.replace(/[\\"]/g, "\\$&")}"`
  throw refused("a value that is no text, number or boolean", name)
}

function refused(operator: string, name: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, `The Meilisearch engine cannot filter ${name} by ${operator}`)
}
