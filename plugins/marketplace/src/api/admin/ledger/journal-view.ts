import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import { LEDGER_MODULE } from "../../../modules/ledger"
import type LedgerModuleService from "../../../modules/ledger/service"
import { journalIntents } from "../../../queries/journal-intents"
import type { JournalsFileQuery } from "./validators"

export type JournalView = {
  id: string
  key: string
  kind: string
  day: string
  occurred_at: string
  seller_id: string | null
  order_id: string | null
  /** The payment it is about, also where that is an order's. */
  intent_id: string | null
  reason: string | null
  posted_by: string | null
  facts: Record<string, unknown>
  /** Of a refund the house took over: how far the proposal is that the shop had paid after all. */
  reversal: "proposed" | "posted" | null
  entries: { account: string; seller_id: string | null; component: string; amount_vnd: number }[]
}

/** Journals newest first, each with its entries in order. */
export async function fetchJournals(container: MedusaContainer, { from, to, ...equal }: z.output<typeof JournalsFileQuery>, page: { take: number; skip: number }): Promise<{ journals: JournalView[]; count: number }> {
  const days = from || to ? { day: { ...(from && { $gte: from }), ...(to && { $lte: to }) } } : {}
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const [rows, count] = await ledger.listAndCountLedgerJournals({ ...equal, ...days }, { ...page, relations: ["entries"], order: { occurred_at: "DESC", id: "DESC" } })
  const reversals = await ledger.reversals(rows.filter(({ kind }) => kind === "refund_executed").map(({ key }) => key))
  const intents = await journalIntents(container, rows)
  const journals = rows.map((row, at) => ({
    id: row.id,
    key: row.key,
    kind: row.kind,
    day: row.day,
    occurred_at: new Date(row.occurred_at).toISOString(),
    seller_id: row.seller_id,
    order_id: row.order_id,
    intent_id: intents[at] ?? null,
    reason: row.reason,
    posted_by: row.posted_by,
    facts: row.facts,
    reversal: reversals.get(row.key) ?? null,
    entries: [...row.entries].sort((a, b) => a.line - b.line).map(({ account, seller_id, component, amount_vnd }) => ({ account, seller_id, component, amount_vnd: Number(amount_vnd) })),
  }))
  return { journals, count }
}
