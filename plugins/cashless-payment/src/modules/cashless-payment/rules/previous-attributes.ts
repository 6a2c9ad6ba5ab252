type Json = Record<string, unknown>

/**
 * What `data.previous_attributes` of an `*.updated` event holds: the former values of the fields that changed. Of an
 * object (metadata) only its changed keys; a key that is new stands there as null; of an array the whole array.
 */
export function previousAttributes(before: Json, after: Json): Json {
  const entries: [string, unknown][] = []
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [own(before, name), own(after, name)]
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    entries.push([name, isObject(was) && isObject(is) ? previousAttributes(was, is) : (was ?? null)])
  }
  // fromEntries defines own properties, so a key called __proto__ stays a key.
  return Object.fromEntries(entries)
}

const own = (object: Json, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined)

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
