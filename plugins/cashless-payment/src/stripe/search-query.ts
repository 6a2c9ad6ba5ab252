import type { Condition } from "./page"
import { invalidRequest, type StripeApiError } from "./stripe-error"

/**
 * What can be searched by, and what it is in the table. A token is compared whole, a string whole (`:`) or in part (`~`,
 * from three characters on), a number also by order.
 */
export type SearchField = { kind: "token" | "string" | "number"; sql: string }
export type SearchFields = Record<string, SearchField>

type Clause = { negated: boolean; field: string; key: string | null; operator: string; value: string | number | null }

const MAX_CLAUSES = 10
const TOKEN = /\s*(?:(AND|OR)(?=\s)|(-?)([a-z_]+)(?:\[(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\])?(:|~|>=|<=|>|<)(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d{1,15})|(null)))\s*/y

/**
 * A query of Stripe's search language (docs.stripe.com/search) as a condition on a table:
 * `status:'succeeded' AND metadata['order_id']:'12' AND amount>100000`. AND and OR can't be mixed; `-` negates; beside
 * each other clauses are joined by AND. Throws 400 in Stripe's words.
 */
export function searchCondition(query: string, fields: SearchFields): Condition {
  const { clauses, joint } = parse(query)
  const conditions = clauses.map((clause) => condition(clause, fields))
  return { where: conditions.map(({ where }) => `(${where})`).join(joint === "OR" ? " or " : " and "), values: conditions.flatMap(({ values }) => values) }
}

function parse(query: string): { clauses: Clause[]; joint: string | null } {
  const clauses: Clause[] = []
  let joint: string | null = null
  let expectsClause = true
  let position = 0
  while (position < query.length) {
    TOKEN.lastIndex = position
    const match = TOKEN.exec(query)
    if (!match) throw unparsable()
    position = TOKEN.lastIndex
    const [, word, minus, field, doubleKey, singleKey, operator, doubleValue, singleValue, number, nothing] = match
    if (word) {
      if (expectsClause) throw unparsable()
      if (joint !== null && joint !== word) throw invalidRequest("You can't combine AND and OR in one query.", { param: "query" })
      joint = word
      expectsClause = true
      continue
    }
    // Two clauses with nothing between them are both meant.
    if (!expectsClause) {
      if (joint === "OR") throw invalidRequest("You can't combine AND and OR in one query.", { param: "query" })
      joint = "AND"
    }
    const value = nothing ? null : number === undefined ? unescaped(doubleValue ?? singleValue ?? "") : Number(number)
    clauses.push({ negated: minus === "-", field: field!, key: doubleKey ?? singleKey ?? null, operator: operator!, value })
    expectsClause = false
  }
  if (expectsClause) throw unparsable()
  if (clauses.length > MAX_CLAUSES) throw invalidRequest(`You can't use more than ${MAX_CLAUSES} query clauses.`, { param: "query" })
  return { clauses: clauses.map((clause) => ({ ...clause, key: clause.key === null ? null : unescaped(clause.key) })), joint }
}

function condition({ negated, field, key, operator, value }: Clause, fields: SearchFields): Condition {
  const positive = key === null ? onColumn(field, operator, value, fields) : onMetadata(field, key, operator, value)
  // Where nothing is, nothing is equal: the negation of unknown is yes.
  return negated ? { where: `not coalesce(${positive.where}, false)`, values: positive.values } : positive
}

function onColumn(field: string, operator: string, value: string | number | null, fields: SearchFields): Condition {
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (!known) throw invalidRequest(`Field \`${field}\` is an unsupported search field for this resource. See http://stripe.com/docs/search#query-fields-for-each-resource for a list of supported fields.`, { param: "query" })
  if (known.kind === "number") {
    const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value
    if (typeof number !== "number" || operator === "~") throw unsupported(field, operator)
    return { where: `${known.sql} ${operator === ":" ? "=" : operator} ?`, values: [number] }
  }
  if (value === null && operator === ":") return { where: `${known.sql} is null`, values: [] }
  if (typeof value !== "string") throw unsupported(field, operator)
  if (operator === ":") return { where: `lower(${known.sql}) = lower(?)`, values: [value] }
  if (operator !== "~" || known.kind !== "string") throw unsupported(field, operator)
  if ([...value].length < 3) throw invalidRequest("A substring match needs at least 3 characters.", { param: "query" })
  return { where: `strpos(lower(${known.sql}), lower(?)) > 0`, values: [value] }
}

function onMetadata(field: string, key: string, operator: string, value: string | number | null): Condition {
  if (field !== "metadata") throw unparsable()
  if (value === null && operator === ":") return { where: "metadata->>?::text is null", values: [key] }
  if (operator !== ":" || typeof value !== "string") throw unsupported("metadata", operator)
  return { where: "metadata->>?::text = ?", values: [key, value] }
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, "$1")
}

function unparsable(): StripeApiError {
  return invalidRequest('We were unable to parse your search query. Try using the format `metadata["key"]:"value"` to query for metadata or key:"value" to query for other fields.', { param: "query" })
}

function unsupported(field: string, operator: string): StripeApiError {
  return invalidRequest(`Field \`${field}\` does not support the operator \`${operator}\` with this value.`, { param: "query" })
}
