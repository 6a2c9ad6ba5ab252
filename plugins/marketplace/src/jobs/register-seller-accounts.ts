import type { MedusaContainer } from "@medusajs/framework/types"
import { registerSellerAccounts } from "../workflows/register-seller-accounts"

/** Accounts of /v1 follow their shops: those that were there before, a changed bank account, a suspension. */
export default async function registerSellerAccountsJob(container: MedusaContainer): Promise<void> {
  await registerSellerAccounts(container)
}

export const config = { name: "register-seller-accounts", schedule: "38 * * * * *" }
