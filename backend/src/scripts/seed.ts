import { seed } from "@cho-phien/seed"
import type { ExecArgs } from "@medusajs/framework/types"

/** `medusa exec ./src/scripts/seed.js demo | empty`; the launcher runs it once on a new database. Medusa drops options. */
export default async function run({ container, args }: ExecArgs): Promise<void> {
  const unknown = args.filter((argument) => argument !== "demo" && argument !== "empty")
  if (unknown.length > 0) throw new Error(`Unknown argument ${unknown.join(" ")}. Use demo or empty.`)
  const dataDir = process.env.DATA_DIR
  if (!dataDir) throw new Error("DATA_DIR is not set.")
  await seed(container, { demo: !args.includes("empty"), dataDir })
}
