import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import { LEDGER_MODULE } from "../../../modules/ledger"
import type LedgerModuleService from "../../../modules/ledger/service"
import type { JournalsFileQuery } from "./validators"

export type JournalView = {
  id: string
  key: string
  kind: string
  day: string
  occurred_at: string
  seller_id: string | null
  order_id: string | null
  reason: string | null
  posted_by: string | null
  facts: Record<string, unknown>
  entries: { account: string; seller_id: string | null; component: string; amount_vnd: number }[]
}

/** Journals newest first, each with its entries in order. */
export async function fetchJournals(container: MedusaContainer, { from, to, ...equal }: z.output<typeof JournalsFileQuery>, page: { take: number; skip: number }): Promise<{ journals: JournalView[]; count: number }> {
  const days = from || to ? { day: { ...(from && { $gte: from }), ...(to && { $lte: to }) } } : {}
  const [rows, count] = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .listAndCountLedgerJournals({ ...equal, ...days }, { ...page, relations: ["entries"], order: { occurred_at: "DESC", id: "DESC" } })
  const journals = rows.map((row) => ({
    id: row.id,
    key: row.key,
    kind: row.kind,
    day: row.day,
    occurred_at: new Date(row.occurred_at).toISOString(),
    seller_id: row.seller_id,
    order_id: row.order_id,
    reason: row.reason,
    posted_by: row.posted_by,
    facts: row.facts,
    entries: [...row.entries].sort((a, b) => a.line - b.line).map(({ account, seller_id, component, amount_vnd }) => ({ account, seller_id, component, amount_vnd: Number(amount_vnd) })),
  }))
  return { journals, count }
}
