import type { MedusaContainer } from "@medusajs/framework/types"
import { bookPayouts } from "../workflows/book-payouts"

/** What a crash left between a payout and its journal is finished. */
export default async function bookPayoutsJob(container: MedusaContainer): Promise<void> {
  await bookPayouts(container)
}

export const config = { name: "book-payouts", schedule: "42 * * * * *" }
