import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { installStockGuard } from "../workflows/stock-guard"

/** Runs once after the migrations of all modules (`medusa db:migrate`): the guard needs Medusa's inventory tables. */
export default async function installStockGuardScript({ container }: ExecArgs): Promise<void> {
  await installStockGuard(container.resolve(ContainerRegistrationKeys.PG_CONNECTION))
}
