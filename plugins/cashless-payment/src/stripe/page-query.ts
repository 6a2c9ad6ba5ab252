import type { PageQuery } from "./page"
import { invalidRequest, noSuch } from "./stripe-error"

export type Cursors = { limit: number; startingAfter: string | null; endingBefore: string | null }

/** Limit and cursors of a list whose order is not that of its ids. Throws 404 for a cursor that is nothing. */
export async function readPageQuery({ limit = 10, starting_after, ending_before }: PageQuery, exists: (id: string) => Promise<boolean>, noun: string): Promise<Cursors> {
  if (starting_after && ending_before) throw invalidRequest("You can only provide one of starting_after and ending_before.", { param: "ending_before" })
  for (const [param, cursor] of [["starting_after", starting_after], ["ending_before", ending_before]] as const) {
    if (cursor && !(await exists(cursor))) throw noSuch(noun, cursor, param)
  }
  return { limit, startingAfter: starting_after ?? null, endingBefore: ending_before ?? null }
}
