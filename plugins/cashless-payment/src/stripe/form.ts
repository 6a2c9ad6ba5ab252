import { invalidRequest, type StripeApiError } from "./stripe-error"

/**
 * A form body or query as Stripe's clients write it: `metadata[order_id]=1&expand[0]=customer`. A node is a map and
 * never an object, so that no name in it can reach a prototype. Whether a node is a list or a hash is for the reader to
 * say who knows the parameter: `metadata[0]=x` is a hash with the key "0".
 */
export type FormValue = string | FormNode
export class FormNode {
  readonly entries = new Map<string, FormValue>()
  /** Entries written `name[]=…`, which can only be a list's. */
  appended = false

  get(name: string): FormValue | undefined {
    return this.entries.get(name)
  }
}

export const MAX_FORM_BYTES = 256 * 1024
const MAX_PARAMETERS = 1000
const MAX_DEPTH = 5
const MAX_NAME_LENGTH = 500

/** Names that mean something to JavaScript itself; no parameter of Stripe's is called so. */
const HOSTILE_NAMES = new Set(["__proto__", "constructor", "prototype"])

/**
 * Reads `application/x-www-form-urlencoded` bytes. Throws a StripeApiError (400) for what cannot be meant: a broken
 * escape, bytes that are no UTF-8, a parameter given twice, brackets that do not close, too many or too deep ones.
 */
export function parseForm(bytes: Buffer): FormNode {
  const root = new FormNode()
  const pairs = bytes.toString("latin1").split("&").filter((pair) => pair !== "")
  if (pairs.length > MAX_PARAMETERS) throw invalidRequest(`Too many parameters: at most ${MAX_PARAMETERS} are read.`)
  for (const pair of pairs) {
    const equals = pair.indexOf("=")
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    put(root, name, decode(equals < 0 ? "" : pair.slice(equals + 1)))
  }
  return root
}

/** Every value with its full name, sorted by name: the same for two requests that ask for the same. */
export function flatten(node: FormNode, prefix = ""): [string, string][] {
  const pairs = [...node.entries].flatMap(([key, value]): [string, string][] => {
    const name = prefix === "" ? key : `${prefix}[${key}]`
    return typeof value === "string" ? [[name, value]] : flatten(value, name)
  })
  return prefix === "" ? pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : pairs
}

function put(root: FormNode, name: string, value: string): void {
  const path = splitName(name)
  let node = root
  for (const [index, given] of path.entries()) {
    const isLast = index === path.length - 1
    const key = given === "" ? String(node.entries.size) : given
    if (given === "") {
      if (node.entries.size > 0 && !node.appended) throw malformed(name, "mixes a list with something else")
      node.appended = true
    } else if (node.appended) throw malformed(name, "mixes a list with something else")
    const existing = node.entries.get(key)
    if (isLast) {
      if (existing !== undefined) throw malformed(name, "was given more than once")
      node.entries.set(key, value)
    } else if (typeof existing === "string") throw malformed(name, "was given more than once")
    else {
      const next = existing ?? new FormNode()
      node.entries.set(key, next)
      node = next
    }
  }
}

/** "a[b][]" → ["a", "b", ""]. */
function splitName(name: string): string[] {
  const shape = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!shape || name.length > MAX_NAME_LENGTH) throw malformed(name, "has a malformed name")
  const path = [shape[1]!, ...[...shape[2]!.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1]!)]
  if (path.length > MAX_DEPTH) throw malformed(name, "is nested too deeply")
  if (path.some((key) => HOSTILE_NAMES.has(key))) throw malformed(name, "has a name that is not allowed")
  return path
}

function decode(encoded: string): string {
  if (/%(?![0-9A-Fa-f]{2})/.test(encoded)) throw invalidRequest("Invalid request: a percent escape is broken.")
  const bytes = encoded.replaceAll("+", " ").replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, "latin1"))
  } catch {
    throw invalidRequest("Invalid request: the parameters are not valid UTF-8.")
  }
  // PostgreSQL has no such character, and nobody types it.
  if (text.includes("\0")) throw invalidRequest("Invalid request: a parameter contains a NUL character.")
  return text
}

function malformed(name: string, what: string): StripeApiError {
  return invalidRequest(`Invalid request: the parameter ${name.slice(0, 80)} ${what}.`, { param: name.slice(0, 80) })
}
