import type { CivilDate } from "@cho-phien/administrative-units"
import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { DossierActor } from "../rules/roles-on-dossier"
import type { DossierRole, DossierState } from "../rules/dossier-types"
import type { DossierLaw, DossierRow, LoadedDossier } from "../rows"
import type DossierModuleService from "../service"

export type Ctx = Context<SqlEntityManager>

/** All an act needs, inside the transaction that holds the lock of the dossier. */
export type Work = LoadedDossier & {
  store: DossierModuleService
  context: Ctx
  actor: DossierActor
  role: DossierRole
  to: DossierState
  law: DossierLaw
  today: CivilDate
  now: Date
}

/** What an act changes on the dossier, and what its line in the history says. */
export type Outcome = {
  change: Partial<DossierRow>
  note?: string | null
  document_no?: string | null
  document_date?: CivilDate | null
}

/** The next number of a series, from `floor` + 1 on. Rolled back with the transaction, so that no number is left out. */
export async function nextSerial(context: Ctx, series: string, floor = 0): Promise<number> {
  const manager = context.transactionManager
  if (!manager) throw new Error("A number is given in a transaction only")
  const rows = await manager.execute<{ last: number }[]>(
    `insert into ocop_dossier_serial (id, last) values (?, ? + 1)
       on conflict (id) do update set last = greatest(ocop_dossier_serial.last, ?) + 1, updated_at = now()
     returning last`,
    [series, floor, floor],
    "all",
    manager.getTransactionContext(),
  )
  return Number(rows[0]?.last)
}

export const nameOf = (actor: DossierActor): string => actor.name
