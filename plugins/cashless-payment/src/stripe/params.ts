import { FormNode, type FormValue } from "./form"
import { invalidRequest, StripeApiError } from "./stripe-error"

/** Reads one parameter or refuses it in Stripe's words; `param` is its full name, e.g. `transfer_data[amount]`. */
export type Reader<T> = (value: FormValue, param: string) => T
export type Required<T> = { required: Reader<T> }
type Spec = Record<string, Reader<unknown> | Required<unknown>>

export type Values<S extends Spec> = { [K in keyof S as S[K] extends Required<unknown> ? K : never]: S[K] extends Required<infer T> ? T : never } & {
  [K in keyof S as S[K] extends Reader<unknown> ? K : never]?: S[K] extends Reader<infer T> ? T : never
}

export function required<T>(read: Reader<T>): Required<T> {
  return { required: read }
}

/** A hash with these members and no others. */
export function hash<S extends Spec>(spec: S): Reader<Values<S>> {
  return (value, param) => {
    if (typeof value === "string" || value.appended) throw invalidRequest("Invalid object", { param })
    return readMembers(spec, value, param)
  }
}

/** All parameters of a request. */
export function readParams<S extends Spec>(spec: S, form: FormNode): Values<S> {
  return readMembers(spec, form, "")
}

function readMembers<S extends Spec>(spec: S, node: FormNode, parent: string): Values<S> {
  const nameOf = (key: string) => (parent === "" ? key : `${parent}[${key}]`)
  const unknown = [...node.entries.keys()].filter((key) => !Object.hasOwn(spec, key)).map(nameOf)
  if (unknown.length > 0) {
    throw invalidRequest(`Received unknown parameter${unknown.length > 1 ? "s" : ""}: ${unknown.join(", ").slice(0, 300)}`, { code: "parameter_unknown", param: unknown[0]!.slice(0, 100) })
  }
  const values: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(spec)) {
    const value = node.get(key)
    const read = typeof member === "function" ? member : member.required
    if (value !== undefined) values[key] = read(value, nameOf(key))
    else if (typeof member !== "function") throw invalidRequest(`Missing required param: ${nameOf(key)}.`, { code: "parameter_missing", param: nameOf(key) })
  }
  return values as Values<S>
}

/** Text of 1 to `max` characters (Stripe's usual limit is 5000). */
export function text(max = 5000): Reader<string> {
  return (value, param) => {
    if (typeof value !== "string") throw invalidRequest("Invalid string", { param })
    if (value === "") throw emptyString(param)
    if ([...value].length > max) throw invalidRequest(`Invalid string: ${value.slice(0, 20)}...; must be at most ${max} characters`, { param })
    return value
  }
}

/** Like the reader within, but an empty value unsets: null. */
export function unsettable<T>(read: Reader<T>): Reader<T | null> {
  return (value, param) => (value === "" ? null : read(value, param))
}

export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Reader<number> {
  return (value, param) => {
    if (typeof value !== "string" || !/^-?\d{1,20}$/.test(value)) {
      if (value === "") throw emptyString(param)
      throw invalidRequest(`Invalid integer: ${typeof value === "string" ? value.slice(0, 40) : "{...}"}`, { code: "parameter_invalid_integer", param })
    }
    const number = Number(value)
    if (number < min) throw invalidRequest(`This value must be greater than or equal to ${min}.`, { code: "parameter_invalid_integer", param })
    if (number > max) throw invalidRequest(`This value must be less than or equal to ${max}.`, { code: "parameter_invalid_integer", param })
    return number
  }
}

export const boolean: Reader<boolean> = (value, param) => {
  if (value === "true" || value === "false") return value === "true"
  throw invalidRequest(`Invalid boolean: ${typeof value === "string" ? value.slice(0, 40) : "{...}"}`, { param })
}

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return (value, param) => {
    const choice = choices.find((one) => one === value)
    if (choice !== undefined) return choice
    if (value === "") throw emptyString(param)
    // Of a list the list is named: "Invalid payment_method_types[0]" is what Stripe says of its members.
    const name = /((?:^|[^[\]]+)(?:\[\d+\])?)\]?$/.exec(param)?.[1] ?? param
    const listed = choices.length > 1 ? `one of ${choices.slice(0, -1).join(", ")}, or ${choices.at(-1)}` : choices[0]
    throw invalidRequest(`Invalid ${name}: must be ${listed}`, { param })
  }
}

/** `name[]=a&name[]=b` or `name[0]=a&name[1]=b`. */
export function list<T>(read: Reader<T>, max = 100): Reader<T[]> {
  return (value, param) => {
    if (typeof value === "string" || ![...value.entries.keys()].every((key) => /^\d{1,4}$/.test(key))) throw invalidRequest("Invalid array", { param })
    if (value.entries.size > max) throw invalidRequest(`Invalid array: at most ${max} values`, { param })
    return [...value.entries].sort(([a], [b]) => Number(a) - Number(b)).map(([key, one]) => read(one, `${param}[${key}]`))
  }
}

/** Stripe's metadata: 50 keys of 40 characters, values of 500; an empty value unsets its key, an empty metadata all. */
export const metadata: Reader<Record<string, string | null> | null> = (value, param) => {
  if (value === "") return null
  if (typeof value === "string" || value.appended) throw invalidRequest("Invalid object", { param })
  if (value.entries.size > 50) throw invalidRequest(`You can only set up to 50 metadata keys, but you passed ${value.entries.size}.`, { param })
  const entries = [...value.entries].map(([key, one]): [string, string | null] => {
    const name = `${param}[${key}]`
    if (typeof one !== "string") throw invalidRequest("Metadata values must be strings.", { param: name })
    if ([...key].length > 40) throw invalidRequest(`Metadata keys can have up to 40 characters, but you passed in a key that is ${[...key].length} characters. Invalid key: ${key.slice(0, 40)}...`, { param })
    if ([...one].length > 500) throw invalidRequest(`Metadata values can have up to 500 characters, but you passed in a value that is ${[...one].length} characters. Invalid value: ${one.slice(0, 40)}...`, { param: name })
    return [key, one === "" ? null : one]
  })
  return Object.fromEntries(entries)
}

/** What `metadata` of a request makes of the metadata there is. Throws when more than 50 keys would be left. */
export function mergeMetadata(current: Record<string, string>, change: Record<string, string | null> | null | undefined): Record<string, string> {
  if (change === undefined) return current
  const merged = new Map<string, string>(change === null ? [] : Object.entries(current))
  for (const [key, value] of Object.entries(change ?? {})) {
    if (value === null) merged.delete(key)
    else merged.set(key, value)
  }
  if (merged.size > 50) throw invalidRequest("Metadata can have at most 50 keys.", { param: "metadata" })
  return Object.fromEntries(merged)
}

/** Seconds since 1970, alone or as a range of gt, gte, lt, lte. */
export type TimeRange = { gt?: number; gte?: number; lt?: number; lte?: number }
const seconds = integer(0, 99_999_999_999)
const range = hash({ gt: seconds, gte: seconds, lt: seconds, lte: seconds })

export const timeRange: Reader<TimeRange> = (value, param) => {
  if (typeof value !== "string") return range(value, param)
  const at = seconds(value, param)
  return { gte: at, lte: at }
}

/** The parameters of every list (docs.stripe.com/api/pagination). */
export const LIST_PARAMS = { limit: integer(1, 100), starting_after: text(255), ending_before: text(255) }

function emptyString(param: string): StripeApiError {
  return invalidRequest(
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
    { code: "parameter_invalid_empty", param },
  )
}
