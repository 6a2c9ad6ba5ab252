import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../modules/payout"
import { payoutErrors } from "../modules/payout/errors"
import { bankName, type TransferLine } from "../modules/payout/rules/bank-file"
import type PayoutModuleService from "../modules/payout/service"
import { batchPeople, type BatchPeople } from "./batch-people"
import { sellerNames } from "./seller-names"

export type PayoutLineView = {
  id: string
  seller_id: string
  seller_name: string
  reference: string
  amount_vnd: number
  netted_vnd: number
  bank_bin: string
  bank_name: string
  account_number: string
  account_name: string
  state: string
  failure: string | null
  bank_reference: string | null
  settled_at: string | null
  /** Only of a line that goes by payOS, from the moment it is sent. */
  transfer: PayoutTransferView | null
}

/** `problem`: a code of ours (balance_low, balance_unknown, several, mismatch, not_there, vanished, line_…_before) or payOS's words. */
export type PayoutTransferView = { state: string; provider_id: string | null; attempts: number; problem: string | null; beneficiary_name: string | null; name_differs: boolean }

export type PayoutBatchView = BatchPeople & {
  id: string
  state: string
  way: string
  sold_until: string
  reason: string
  created_at: string
  created_by: string
  approved_by: string | null
  sent_by: string | null
  sent_at: string | null
  total_vnd: number
  lines: PayoutLineView[]
  acts: { act: string; by: string; note: string; line_id: string | null; at: string }[]
}

/** Batches newest first, with their lines and what was done to them by whom. */
export async function fetchPayoutBatches(container: MedusaContainer, filter: { id?: string }, page: { take: number; skip: number }): Promise<{ payouts: PayoutBatchView[]; count: number }> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const [batches, count] = await payouts.listAndCountPayoutBatches(filter, { ...page, relations: ["lines"], order: { created_at: "DESC", id: "DESC" } })
  const acts = batches.length ? await payouts.listPayoutActs({ batch_id: batches.map(({ id }) => id) }, { order: { created_at: "ASC", id: "ASC" }, take: 20_000 }) : []
  const transfers = await transfersOf(payouts, batches.map((batch) => batch.id))
  const names = await sellerNames(container, batches.flatMap(({ lines }) => lines.map(({ seller_id }) => seller_id)))
  const people = await batchPeople(container, batches, acts)
  const views = batches.map((batch) => {
    const lines = [...batch.lines].sort((a, b) => (a.id < b.id ? -1 : 1)).map((line) => ({
      id: line.id,
      seller_id: line.seller_id,
      seller_name: names.get(line.seller_id) ?? line.seller_id,
      reference: line.reference,
      amount_vnd: Number(line.amount_vnd),
      netted_vnd: Number(line.netted_vnd),
      bank_bin: line.bank_bin,
      bank_name: line.bank_name,
      account_number: line.account_number,
      account_name: line.account_name,
      state: line.state,
      failure: line.failure,
      bank_reference: line.bank_reference,
      settled_at: line.settled_at ? new Date(line.settled_at).toISOString() : null,
      transfer: viewOfTransfer(transfers.get(line.id), line.account_name),
    }))
    const { id, state, way, sold_until, reason, created_by, approved_by, sent_by } = batch
    return {
      ...{ id, state, way, sold_until, reason, created_by, approved_by, sent_by },
      ...(people.get(id) ?? { maker: null, approver: null, downloads: [] }),
      created_at: new Date(batch.created_at).toISOString(),
      sent_at: batch.sent_at ? new Date(batch.sent_at).toISOString() : null,
      total_vnd: lines.filter((line) => line.state !== "canceled").reduce((sum, line) => sum + line.amount_vnd, 0),
      lines,
      acts: acts.filter((act) => act.batch_id === id).map((act) => ({ act: act.act, by: act.by, note: act.note, line_id: act.line_id, at: new Date(act.created_at).toISOString() })),
    }
  })
  return { payouts: views, count }
}

type TransferRow = Awaited<ReturnType<PayoutModuleService["listPayoutTransfers"]>>[number]

async function transfersOf(payouts: PayoutModuleService, batchIds: string[]): Promise<Map<string, TransferRow>> {
  const rows = batchIds.length ? await payouts.listPayoutTransfers({ batch_id: batchIds }, { take: 20_000 }) : []
  return new Map(rows.map((row) => [row.line_id, row]))
}

function viewOfTransfer(row: TransferRow | undefined, accountName: string): PayoutTransferView | null {
  if (!row) return null
  const { state, provider_id, attempts, problem, beneficiary_name } = row
  return { state, provider_id, attempts, problem, beneficiary_name, name_differs: beneficiary_name !== null && bankName(beneficiary_name) !== bankName(accountName) }
}

export async function fetchPayoutBatch(container: MedusaContainer, id: string): Promise<PayoutBatchView> {
  const [batch] = (await fetchPayoutBatches(container, { id }, { take: 1, skip: 0 })).payouts
  if (!batch) throw payoutErrors.batchNotFound()
  return batch
}

/** The lines a bank is told: booked, of a batch that was approved. */
export function transferLines(batch: PayoutBatchView): TransferLine[] {
  if (batch.way !== "bank_file") throw payoutErrors.goesByPayos()
  if (batch.state !== "approved" && batch.state !== "sent") throw payoutErrors.wrongState()
  return batch.lines
    .filter(({ state }) => state === "in_transit")
    .map((line) => ({ reference: line.reference, amountVnd: line.amount_vnd, bankBin: line.bank_bin, bankName: line.bank_name, accountNumber: line.account_number, accountName: line.account_name }))
}
