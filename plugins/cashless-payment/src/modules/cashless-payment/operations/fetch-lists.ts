import { generateEntityId } from "@medusajs/framework/utils"
import { BANK_LISTS, type BankList, type ListAccess } from "../../../aggregators/bank-list"
import { asListError, ListError } from "../../../aggregators/list-error"
import { parseRow, transactionIdOf, type UnreadRow } from "../../../aggregators/unread-row"
import type { BankSettings } from "../bank-settings"
import type { NoticeOutcome } from "../rules/bank-notice"
import { listedSince } from "../rules/listed-since"
import { storable, type Aggregator, type BankTransfer, type NoticeSource } from "./bank-transfer"
import type { OpenConnection } from "./open-connection"
import { insertRow, instant, text, type Sql } from "./sql"
import type { KeptRow, ListOwner } from "./unread-rows"

const CHUNK = 500

/** `readAt`: when it was last read whole; of one that never was, since when it is asked in vain, or its payee is connected. Null: it is asked for the first time. */
export type ListSource = NoticeSource & { provider: Aggregator; access: ListAccess; readAt: Date | null }

export type ListTools = {
  take: (transfer: BankTransfer, raw: string, source: NoticeSource) => Promise<NoticeOutcome>
  known: (provider: Aggregator, channel: string, ids: string[]) => Promise<Set<string>>
  /** Rows of this list that could not be read before. */
  unread: (list: ListOwner) => Promise<KeptRow[]>
  /** Keeps rows that can't be read, and closes those (by their ids) that have been read or told since. False: there were more than are kept. */
  keep: (list: ListOwner, rows: UnreadRow[], closed: string[]) => Promise<boolean>
}

/** The operator's own lists that are asked. */
export function houseLists({ lists }: BankSettings): { provider: Aggregator; url: string; key: string }[] {
  const { sepay, casso } = lists
  return [...(sepay.token ? [{ provider: "sepay" as const, url: sepay.url, key: sepay.token }] : []), ...(casso.key ? [{ provider: "casso" as const, url: casso.url, key: casso.key }] : [])]
}

/** Everybody whose list can be asked: the operator's own accounts, and payees who gave a key. */
export function listSources(settings: BankSettings, connections: OpenConnection[], houseReadAt: ReadonlyMap<string, Date>): ListSource[] {
  const house = houseLists(settings).map(
    ({ provider, url, key }): ListSource => ({ provider, channel: "house", heardBy: "list", onlyAbout: null, access: { url, key, accountNumber: null }, readAt: houseReadAt.get(provider) ?? null }),
  )
  const ofPayee = ({ id, provider, bin, accountNumber, listKey, listedAt }: OpenConnection): ListSource[] =>
    provider !== "payos" && listKey
      ? [{ provider, channel: id, heardBy: "list", onlyAbout: { bin, accountNumber }, access: { url: settings.lists[provider].url, key: listKey, accountNumber }, readAt: listedAt }]
      : []
  return [...house, ...connections.flatMap(ofPayee)]
}

/**
 * Takes what the list knows and no notice told, by the same door as a notice. One that can't be taken, or a list of which
 * most rows can't be read, does not hold up the others, every minute for two days: they are taken first, then a ListError
 * is thrown, and the list counts as not read. A row that can't be read is kept for a person, unless a notice told it; what
 * was kept and can be read by now (a later version of ours reads more) is taken like the others.
 */
export async function fetchList({ access, readAt, ...source }: ListSource, tools: ListTools, now: Date): Promise<void> {
  const list = BANK_LISTS[source.provider]
  if (!list) return
  const reading = await list.list(access, listedSince(readAt, now)).catch((error: unknown) => {
    throw asListError(error, "no_list")
  })
  const kept = (await tools.unread(source)).map((row) => readAgain(list, row))
  const again = kept.flatMap(({ transfer }) => transfer ?? [])
  const transfers = [...new Map([...again, ...reading.transfers].map((transfer) => [transfer.providerTransactionId, storable(transfer)])).values()]
  const heard = await tools.known(source.provider, source.channel, transfers.map((transfer) => transfer.providerTransactionId))
  const fresh = transfers.filter((transfer) => !heard.has(transfer.providerTransactionId))
  const problems: ListError[] = []
  for (const transfer of fresh) await tools.take(transfer, JSON.stringify(transfer), source).catch((error: unknown) => void problems.push(asListError(error, "not_taken")))
  await keepUnread(source, reading.unread, kept, tools).catch((error: unknown) => void problems.push(asListError(error, "internal")))
  const [problem = reading.problem] = problems
  if (problem) throw problem
}

/** @throws ListError when not all was kept: the list is read from where it was until all of it is. */
async function keepUnread(source: NoticeSource & ListOwner, unread: UnreadRow[], kept: ReadAgain[], { known, keep }: ListTools): Promise<void> {
  if (unread.length === 0 && kept.length === 0) return
  const told = await known(source.provider, source.channel, [...unread, ...kept].flatMap(({ transactionId }) => transactionId ?? []))
  const isTold = ({ transactionId }: { transactionId: string | null }) => transactionId !== null && told.has(transactionId)
  const areKept = await keep(source, unread.filter((row) => !isTold(row)), kept.filter(isTold).map(({ id }) => id))
  if (!areKept) throw new ListError("unreadable", "More of its rows can't be read than are kept")
}

type ReadAgain = { id: string; transactionId: string | null; transfer: BankTransfer | null }

function readAgain(list: BankList, { id, key, raw, firstSeenAt }: KeptRow): ReadAgain {
  const transfer = list.readRow(parseRow(raw), firstSeenAt)
  return { id, transactionId: transfer?.providerTransactionId ?? transactionIdOf(key), transfer }
}

/** Which of a provider's ids have come before by the same channel. */
export async function knownNotices(sql: Sql, provider: Aggregator, channel: string, ids: string[]): Promise<Set<string>> {
  const prefix = channel === "house" ? "" : `${channel}:`
  const known = new Set<string>()
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK)
    const rows = await sql(
      `select dedupe_key from payment_inbox where provider = ? and dedupe_key in (${chunk.map(() => "?").join(", ")}) and outcome is not null and deleted_at is null`,
      [provider, ...chunk.map((id) => prefix + id)],
    )
    for (const { dedupe_key: key } of rows) known.add(String(key).slice(prefix.length))
  }
  return known
}

/** When each of the operator's own lists was last read whole; of one that never could be, since when it is asked: what notices lost from then on stands nowhere else. */
export async function houseListsReadAt(sql: Sql): Promise<Map<string, Date>> {
  const rows = await sql("select provider, coalesce(read_at, created_at) as read_at from bank_list_reading where deleted_at is null")
  return new Map(rows.map((row) => [text(row, "provider"), instant(row, "read_at")]))
}

/** That a list was read whole, or why not (a ListError's code); the owner of a connection sees it, of the operator's own lists the operator. */
export async function noteListing(sql: Sql, { provider, channel }: Pick<ListSource, "provider" | "channel">, problem: string | null, now: Date): Promise<void> {
  if (channel !== "house") {
    await sql("update payee_webhook set last_listed_at = case when ?::text is null then ?::timestamptz else last_listed_at end, list_problem = ?, updated_at = now() where id = ?", [problem, now, problem, channel])
  } else {
    const row = { id: generateEntityId(undefined, "blr"), provider, read_at: problem === null ? now : null, problem, created_at: now }
    await insertRow(
      sql,
      "bank_list_reading",
      row,
      "on conflict (provider) where deleted_at is null do update set read_at = greatest(bank_list_reading.read_at, excluded.read_at), problem = excluded.problem, updated_at = now()",
    )
  }
}
