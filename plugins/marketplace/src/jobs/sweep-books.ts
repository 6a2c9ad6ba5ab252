import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepBooks } from "../workflows/sweep-books"

/** Far longer than any outage of the books; what is older and missing, the daily report shows. */
const LOOK_BACK_MS = 7 * 86_400_000

/** Facts whose journal was lost with a process find their way into the books. */
export default async function sweepBooksJob(container: MedusaContainer): Promise<void> {
  await sweepBooks(container, new Date(Date.now() - LOOK_BACK_MS))
}

export const config = { name: "sweep-books", schedule: "* * * * *" }
