import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepSellerPayments } from "../workflows/sweep-seller-payments"

/** The second way to every end, for when a notice or a process was lost. */
export default async function sweep(container: MedusaContainer): Promise<void> {
  await sweepSellerPayments(container)
}

export const config = { name: "sweep-seller-payments", schedule: "30 * * * * *" }
