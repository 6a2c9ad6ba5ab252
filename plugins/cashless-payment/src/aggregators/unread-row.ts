import { createHash } from "node:crypto"
import type { z } from "@medusajs/framework/zod"
import type { BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"
import { ListError } from "./list-error"

/** One unreadable row is a row; more than these, and more than can be read, are a list in another form. */
const MOST_UNREAD_ALONE = 20
const MOST_RAW = 16_384
const MOST_SHOWN = 600
const MOST_OF_VALUE = 200
/** Before the aggregator's id in a row's key; the key of a row without one begins otherwise. */
export const ID = "id:"
/** Before the fields of a row that was not kept whole: cut, it might be read as what it never said. */
const CUT = "cut:"

/** A row that is not as its aggregator describes rows. Those around it are read all the same. */
export type UnreadRow = {
  /** The aggregator's id of the transfer; null where that is what can't be read. */
  transactionId: string | null
  /** The same each time the list is read. */
  key: string
  /** As it came, so that a later version may read it; of a long one what a person needs, cut. */
  raw: string
  /** What in it could not be read. */
  fields: string[]
}

/**
 * Of a list: what it tells, each transfer once, and the rows of which nobody knows what they tell. `problem`: most of many
 * can't be read, perhaps the aggregator writes another form by now. What could be read is money all the same.
 */
export type ListReading = { transfers: BankTransfer[]; unread: UnreadRow[]; problem: ListError | null }

/** `shown`: what of a row too long to keep is kept. */
export function readRows<S extends z.ZodType>(schema: S, rows: readonly unknown[], toTransfer: (row: z.output<S>) => BankTransfer, shown: readonly string[]): ListReading {
  const transfers = new Map<string, BankTransfer>()
  const unread = new Map<string, UnreadRow>()
  for (const row of rows) {
    const reading = schema.safeParse(row)
    if (reading.success) {
      const transfer = toTransfer(reading.data)
      transfers.set(transfer.providerTransactionId, transfer)
    } else {
      const kept = toUnread(row, reading.error, shown)
      unread.set(kept.key, kept)
    }
  }
  const problem = unread.size > Math.max(MOST_UNREAD_ALONE, transfers.size) ? new ListError("unreadable", `${unread.size} of the ${unread.size + transfers.size} rows of the list can't be read`) : null
  return { transfers: [...transfers.values()], unread: [...unread.values()], problem }
}

function toUnread(row: unknown, error: z.ZodError, shown: readonly string[]): UnreadRow {
  const raw = JSON.stringify(row)
  const transactionId = idOf(row)
  return {
    transactionId,
    key: transactionId === null ? createHash("sha256").update(raw).digest("hex") : `${ID}${transactionId}`,
    raw: raw.length <= MOST_RAW ? raw : `${CUT}${JSON.stringify(Object.fromEntries(pick(row, shown)))}`,
    fields: [...new Set(error.issues.map(({ path }) => path.join(".")).filter(Boolean))],
  }
}

/** The aggregator's id of the transfer, where a row's key is made of it. */
export function transactionIdOf(key: string): string | null {
  return key.startsWith(ID) ? key.slice(ID.length) : null
}

function idOf(row: unknown): string | null {
  const id = typeof row === "object" && row !== null && "id" in row ? row.id : null
  return (typeof id === "string" && id !== "" && id.length <= 100) || Number.isSafeInteger(id) ? String(id).replaceAll("\0", " ") : null
}

/** For a person: of these fields what the row says, cut. The rest of it (balances, the other end's names and numbers) is not shown. */
export function showRow(raw: string, fields: readonly string[]): string {
  return pick(keptFields(raw), fields)
    .map(([field, value]) => `${field}: ${value}`)
    .join(" · ")
    .slice(0, MOST_SHOWN)
}

/** Those of the fields that say something, cut; of what is no object, nothing. */
function pick(row: unknown, fields: readonly string[]): [string, string][] {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return []
  const values = new Map(Object.entries(row))
  return fields.filter((field) => (values.get(field) ?? "") !== "").map((field) => [field, inWords(values.get(field)).slice(0, MOST_OF_VALUE)])
}

/** What is known of a kept row, whole or not. */
function keptFields(raw: string): unknown {
  return parseRow(raw.startsWith(CUT) ? raw.slice(CUT.length) : raw)
}

/** What was kept of a row, as it came; undefined where it was not kept whole. */
export function parseRow(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

const inWords = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value))
