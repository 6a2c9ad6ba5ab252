import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import type { AdjustmentLine } from "../modules/ledger/adjustments"
import type LedgerModuleService from "../modules/ledger/service"
import { sellerNames } from "./seller-names"

export type AdjustmentView = {
  id: string
  reference: string
  reason: string
  state: "proposed" | "posted" | "refused"
  entries: (AdjustmentLine & { seller_name: string | null })[]
  proposed_by: string
  proposed_at: string
  decided_by: string | null
  decided_at: string | null
  decision_note: string | null
  journal_id: string | null
}

/** Corrections with who proposed and decided them, by e-mail where the person is still known. */
export async function fetchAdjustments(container: MedusaContainer, filter: { state?: AdjustmentView["state"] }, page: { take: number; skip: number }): Promise<{ adjustments: AdjustmentView[]; count: number }> {
  const [rows, count] = await container.resolve<LedgerModuleService>(LEDGER_MODULE).listAndCountLedgerAdjustments(filter, { ...page, order: { created_at: "DESC", id: "DESC" } })
  const linesOf = (row: (typeof rows)[number]) => row.entries as unknown as AdjustmentLine[]
  const names = await sellerNames(container, rows.flatMap((row) => linesOf(row).flatMap(({ seller_id }) => seller_id ?? [])))
  const people = await emailsOf(container, rows.flatMap(({ proposed_by, decided_by }) => [proposed_by, decided_by ?? []].flat()))
  const adjustments = rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    reason: row.reason,
    state: row.state,
    entries: linesOf(row).map((line) => ({ ...line, seller_name: line.seller_id && (names.get(line.seller_id) ?? null) })),
    proposed_by: people.get(row.proposed_by) ?? row.proposed_by,
    proposed_at: new Date(row.created_at).toISOString(),
    decided_by: row.decided_by && (people.get(row.decided_by) ?? row.decided_by),
    decided_at: row.decided_at ? new Date(row.decided_at).toISOString() : null,
    decision_note: row.decision_note,
    journal_id: row.journal_id,
  }))
  return { adjustments, count }
}

async function emailsOf(container: MedusaContainer, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const users = await container.resolve(Modules.USER).listUsers({ id: [...new Set(ids)] }, { select: ["id", "email"], take: ids.length })
  return new Map(users.map(({ id, email }) => [id, email]))
}
