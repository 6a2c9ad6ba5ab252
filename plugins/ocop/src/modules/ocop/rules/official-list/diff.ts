export type Value = string | number | boolean | null
export type Diff = { field: string; before: Value; after: Value }

/** The fields of `after` that differ from `before`; all of them when there is nothing before. */
export function diffOf(before: object | null, after: object): Diff[] {
  const known = (before ?? {}) as Record<string, Value | undefined>
  return (Object.entries(after) as [string, Value][]).flatMap(([field, value]) => {
    const former = known[field] ?? null
    return former === value ? [] : [{ field, before: former, after: value }]
  })
}
