import { isRefundStuck } from "../rules/vnpay-refund-answer"
import { changeRefund } from "./refunds"
import { instant, instantOrNull, text, type Row, type Sql } from "./sql"

const BATCH = 200

/** What waits for a terminal that is in no setting: payments whose end nobody knows, refunds nobody can send, and those VNPay has taken on and nobody can ask about. `since` in UTC. */
export type UnknownTerminal = { tmn_code: string; attempts: number; refunds: number; accepted_refunds: number; since: string }

const OPEN_ATTEMPTS = "select tmn_code, 'attempt' as kind, created_at from payment_attempt where status in ('open', 'pending', 'suspected') and tmn_code <> all(?) and deleted_at is null"
/** Without a next try it is no longer VNPay's: a person sends it. */
const WAITING_REFUNDS = `from payment_refund r join payment_attempt a on a.id = r.attempt_id
  where r.status = 'pending' and r.next_try_at is not null and a.tmn_code <> all(?) and r.deleted_at is null`

/** `known` are the codes of the settings, former terminals among them. */
export async function listUnknownTerminals(sql: Sql, known: string[]): Promise<UnknownTerminal[]> {
  const rows = await sql(
    `select tmn_code, count(*) filter (where kind = 'attempt') as attempts, count(*) filter (where kind = 'refund') as refunds, count(*) filter (where kind = 'accepted') as accepted_refunds, min(created_at) as since
     from (${OPEN_ATTEMPTS} union all select a.tmn_code, case when r.accepted_at is null then 'refund' else 'accepted' end, r.created_at ${WAITING_REFUNDS}) as waiting group by tmn_code order by tmn_code`,
    [known, known],
  )
  return rows.map((row) => ({ tmn_code: text(row, "tmn_code"), attempts: Number(row.attempts), refunds: Number(row.refunds), accepted_refunds: Number(row.accepted_refunds), since: instant(row, "since").toISOString() }))
}

/**
 * Refunds that could not be sent, or not asked about, for as long as VNPay's silence is borne: a person makes them in the terminal's portal,
 * or with a bank's app. Until then the terminal may be named again, and they go by themselves. Returns how many.
 */
export async function handOverRefunds(sql: Sql, known: string[], now: Date): Promise<number> {
  const waiting = await sql(`select r.* ${WAITING_REFUNDS} and r.next_try_at <= ? order by r.created_at, r.id limit ${BATCH} for update of r skip locked`, [known, now])
  const stuck = waiting.filter((refund: Row) => isRefundStuck({ createdAt: instant(refund, "created_at"), acceptedAt: instantOrNull(refund, "accepted_at"), now }))
  for (const refund of stuck) await changeRefund(sql, refund, { event: "unconfirmed", now, failureReason: "vnpay_terminal_unknown" })
  return stuck.length
}

/** For the log: what it is, and which setting ends it. */
export function unknownTerminalSentence({ tmn_code, attempts, refunds, accepted_refunds, since }: UnknownTerminal): string {
  return `VNPay can't be asked about terminal ${tmn_code}, which is in no setting: ${attempts} payments whose end is not known, ${refunds} refunds not sent, ${accepted_refunds} sent whose end is not known, since ${since}. Name it in VNPAY_FORMER_TERMINALS (${tmn_code}:its hash secret), or look them up in its portal.`
}
