import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { seedOperator, type Account } from "./accounts"
import { seedDemo } from "./demo"
import { seedOfficials } from "./officials"
import { seedRegisters } from "./registers"
import { seedStore } from "./store"

/** What the launcher tells the person in front of it; written to DATA_DIR/seed.json, readable by its owner alone. */
interface SeedResult {
  publishable_key: string
  accounts: Account[]
}

/**
 * Fills an empty database. Safe to run again: what is there stays.
 * @param options.demo false: the registers of law and geography and an operator, nothing that is made up
 */
export async function seed(container: MedusaContainer, options: { demo: boolean; dataDir: string }): Promise<SeedResult> {
  const publishableKey = await seedStore(container)
  await seedRegisters(container, { demo: options.demo })
  const operator = await seedOperator(container)
  const made = options.demo ? [...(await seedDemo(container)), ...(await seedOfficials(container))] : []

  const file = join(options.dataDir, "seed.json")
  const accounts = merge(knownAccounts(file), [...made, ...(operator ? [operator] : [])])
  const result = { publishable_key: publishableKey, accounts }
  mkdirSync(options.dataDir, { recursive: true })
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return result
}

/** Accounts of an earlier run: the operator's password was told then and can't be read back from its hash. */
function knownAccounts(file: string): Account[] {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as SeedResult).accounts
  } catch {
    return []
  }
}

function merge(known: Account[], made: Account[]): Account[] {
  const byLogin = new Map(known.map((account) => [account.login, account]))
  for (const account of made) byLogin.set(account.login, account)
  return [...byLogin.values()]
}
