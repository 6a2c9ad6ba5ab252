import { loadExpandable } from "./expandable"
import type { StripeCall } from "./endpoint"
import { invalidRequest } from "./stripe-error"

const MAX_LEVELS = 4
type Hash = Record<string, unknown>

/**
 * Puts whole objects where `expand` asks for them: `["latest_charge", "data.customer"]`. What is null stays null.
 * Throws 400 for a property that is no reference to another object.
 */
export async function expand(call: StripeCall<unknown>, object: object, paths: string[]): Promise<object> {
  let expanded: unknown = object
  for (const path of paths) {
    const steps = path.split(".")
    if (steps.length > MAX_LEVELS) throw invalidRequest("You cannot expand more than 4 levels of a property.", { param: "expand" })
    expanded = await expandPath(call, expanded, "", steps, path)
  }
  return expanded as object
}

/** `within` is the kind of object that `value` is a plain hash of, e.g. "payment_intent.transfer_data". */
async function expandPath(call: StripeCall<unknown>, value: unknown, within: string, steps: string[], path: string): Promise<unknown> {
  const [step, ...rest] = steps
  if (step === undefined || value === null) return value
  const node = value as Hash
  const kind = typeof node.object === "string" ? node.object : within
  if (step === "data" && (kind === "list" || kind === "search_result")) {
    const data: unknown[] = []
    for (const one of node.data as unknown[]) data.push(await expandPath(call, one, "", rest, path))
    return { ...node, data }
  }
  const current = Object.hasOwn(node, step) ? node[step] : undefined
  if (current === undefined) throw notExpandable(path)
  const whole = typeof current === "string" ? await loadExpandable(call, `${kind}.${step}`, current) : current
  if (whole === undefined || (typeof current !== "string" && current !== null && typeof current !== "object")) throw notExpandable(path)
  // A plain hash can be gone through, but is nothing to expand itself.
  if (rest.length === 0 && typeof current === "object" && current !== null && !("object" in current)) throw notExpandable(path)
  return { ...node, [step]: await expandPath(call, whole, `${kind}.${step}`, rest, path) }
}

function notExpandable(path: string) {
  return invalidRequest(`This property cannot be expanded (${path.slice(0, 100)}).`, { param: "expand" })
}
