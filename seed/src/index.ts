import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { rebuildSearchIndexWorkflow } from "@cho-phien/search"
import type { MedusaContainer } from "@medusajs/framework/types"
import { seedOperator, type Account } from "./accounts"
import { seedDemo } from "./demo"
import { seedDossiers } from "./dossiers"
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
  const file = join(options.dataDir, "seed.json")
  const publishableKey = await seedStore(container)
  const operator = await seedOperator(container)
  // Told at once: a seeding that breaks off later must not take the only copy of the password with it.
  if (operator) remember(file, publishableKey, [operator])
  await seedRegisters(container, { demo: options.demo })
  const made = options.demo ? [...(await seedDemo(container)), ...(await seedOfficials(container))] : []
  if (options.demo) await seedDossiers(container)
  // This process ends before its events have been worked off.
  await rebuildSearchIndexWorkflow(container).run()
  return remember(file, publishableKey, made)
}

function remember(file: string, publishableKey: string, made: Account[]): SeedResult {
  const result = { publishable_key: publishableKey, accounts: merge(knownAccounts(file), made) }
  mkdirSync(dirname(file), { recursive: true })
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
