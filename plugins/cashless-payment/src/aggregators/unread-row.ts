import { createHash } from "node:crypto"
import type { z } from "@medusajs/framework/zod"
import type { BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"

/** One unreadable row is a row; this many and no readable one are a list of another kind. */
const MOST_UNREAD_ALONE = 20
const MOST_RAW = 16_384
const MOST_SHOWN = 600
const MOST_OF_VALUE = 200
const ID = "id:"

/** A row that is not as its aggregator describes rows. Those around it are read all the same. */
export type UnreadRow = {
  /** The aggregator's id of the transfer; null where that is what can't be read. */
  transactionId: string | null
  /** The same each time the list is read. */
  key: string
  /** As it came, so that a later version may read it; one of any length is not kept whole. */
  raw: string
  /** What in it could not be read. */
  fields: string[]
}

/** Of a list: what it tells, each transfer once, and the rows of which nobody knows what they tell. */
export type ListReading = { transfers: BankTransfer[]; unread: UnreadRow[] }

/** @throws Error when no row of many can be read: nothing is taken for read of an answer in another form. */
export function readRows<S extends z.ZodType>(schema: S, rows: readonly unknown[], toTransfer: (row: z.output<S>) => BankTransfer): ListReading {
  const transfers = new Map<string, BankTransfer>()
  const unread = new Map<string, UnreadRow>()
  for (const row of rows) {
    const reading = schema.safeParse(row)
    if (reading.success) {
      const transfer = toTransfer(reading.data)
      transfers.set(transfer.providerTransactionId, transfer)
    } else {
      const kept = toUnread(row, reading.error)
      unread.set(kept.key, kept)
    }
  }
  if (transfers.size === 0 && unread.size > MOST_UNREAD_ALONE) throw new Error(`none of the ${unread.size} rows of the list can be read`)
  return { transfers: [...transfers.values()], unread: [...unread.values()] }
}

function toUnread(row: unknown, error: z.ZodError): UnreadRow {
  const raw = JSON.stringify(row)
  const transactionId = idOf(row)
  return {
    transactionId,
    key: transactionId === null ? createHash("sha256").update(raw).digest("hex") : `${ID}${transactionId}`,
    raw: raw.length <= MOST_RAW ? raw : raw.slice(0, MOST_OF_VALUE),
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
  const row = parseRow(raw)
  if (typeof row !== "object" || row === null || Array.isArray(row)) return raw.slice(0, MOST_OF_VALUE)
  const values = new Map(Object.entries(row))
  return fields
    .filter((field) => (values.get(field) ?? "") !== "")
    .map((field) => `${field}: ${inWords(values.get(field)).slice(0, MOST_OF_VALUE)}`)
    .join(" · ")
    .slice(0, MOST_SHOWN)
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
