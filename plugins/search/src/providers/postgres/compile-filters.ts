import type { SearchTypes } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { join, sql, type Sql } from "./sql"

const comparisons: Record<string, string> = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" }

/**
 * The search module's filters as a condition over the jsonb column `fields`. Names and
 * values both travel as parameters. Operators this engine does not speak are refused.
 */
export function compileFilters(filters: SearchTypes.SearchFilters | undefined): Sql {
  const conditions = Object.entries(filters ?? {}).flatMap(([name, value]): Sql[] => {
    if (value === undefined) return []
    if (name === "$and") return [all(branches(value).map(compileFilters), " and ", "true")]
    if (name === "$or") return [all(branches(value).map(compileFilters), " or ", "false")]
    if (name === "$not") return [wrap("not ", compileFilters(value as SearchTypes.SearchFilters))]
    return [fieldCondition(name, value)]
  })
  return all(conditions, " and ", "true")
}

function fieldCondition(name: string, value: unknown): Sql {
  if (value === null || typeof value !== "object") return equals(name, value)
  if (Array.isArray(value)) return oneOf(name, value)
  return all(
    Object.entries(value).map(([operator, operand]) => {
      if (operator === "$eq") return equals(name, operand)
      if (operator === "$ne") return wrap("not ", equals(name, operand))
      if (operator === "$in" && Array.isArray(operand)) return oneOf(name, operand)
      if (operator === "$nin" && Array.isArray(operand)) return wrap("not ", oneOf(name, operand))
      if (operator === "$exists") return operand ? exists(name) : wrap("not ", exists(name))
      const comparison = comparisons[operator]
      // Numbers compare as numbers; a document without the field never matches.
      if (comparison && typeof operand === "number") {
        return sql(`coalesce((fields ->> ?)::float8 ${comparison} ?, false)`, name, operand)
      }
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `The Postgres search engine cannot filter "${name}" by ${operator}`)
    }),
    " and ",
    "true",
  )
}

// Containment is what the jsonb_path_ops index answers.
function equals(name: string, value: unknown): Sql {
  return value === null ? wrap("not ", exists(name)) : sql("fields @> ?::jsonb", JSON.stringify({ [name]: value }))
}

function oneOf(name: string, values: unknown[]): Sql {
  return all(values.map((value) => equals(name, value)), " or ", "false")
}

function exists(name: string): Sql {
  return sql("(fields ->> ?) is not null", name)
}

function all(conditions: Sql[], separator: string, whenEmpty: string): Sql {
  return conditions.length === 0 ? sql(whenEmpty) : wrap("", join(conditions, separator))
}

function wrap(before: string, { text, params }: Sql): Sql {
  return { text: `${before}(${text})`, params }
}

function branches(value: unknown): SearchTypes.SearchFilters[] {
  return value as SearchTypes.SearchFilters[]
}
