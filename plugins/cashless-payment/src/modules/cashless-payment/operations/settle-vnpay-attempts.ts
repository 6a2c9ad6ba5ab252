import { callMerchantApi } from "../gateway/merchant-api"
import { newRequestId } from "../gateway/request-id"
import { paymentNews } from "../rules/vnpay-query-answer"
import { vnpayQueryBody } from "../rules/vnpay-merchant-api"
import { afterSilence, countQueries, nextQueryAt, type Silence } from "../rules/vnpay-query-schedule"
import type { VnpaySettings } from "../settings"
import { findTerminal, terminalCodes } from "../vnpay-terminals"
import { changeIntent, lockIntent } from "./change-intent"
import { instant, text, type Row, type Sql, type Transact } from "./sql"
import { takeVnpayNotice } from "./take-vnpay-notice"

/** As many questions are on their way at once. */
const BATCH = 10
/** Shorter than the job's pause. What is still due then waits for the next run. */
const RUN_MS = 4_000

export type Settling = {
  transact: Transact
  vnpay: VnpaySettings
  graceSeconds: number
  warn(message: string): void
  now: Date
  /** Lets what is more urgent go first. */
  stepAside(): Promise<void>
}

/**
 * Asks VNPay about the attempts nobody told us the end of, and takes its answers as if an IPN had come. Each is asked
 * as the terminal it was begun at, a former one too, outside any transaction and by one process only. Goes on while VNPay answers quickly: pages that were opened and left
 * by the hundred must not keep a paid one waiting. While VNPay is telling us of others, the questions go out one by one
 * between its notices: ten at once held up every notice that came just then. Returns how many were asked.
 */
export async function settleVnpayAttempts(settling: Settling): Promise<number> {
  const until = performance.now() + RUN_MS
  let asked = 0
  for (;;) {
    const due = await settling.transact((sql) => claimDue(sql, settling))
    const asking: Promise<void>[] = []
    for (const attempt of due) {
      await settling.stepAside()
      asking.push(settleAttempt(settling, attempt))
    }
    await Promise.all(asking)
    asked += due.length
    if (due.length < BATCH || performance.now() > until) return asked
  }
}

/** Plans the next question before this one is asked: a crash in between costs a pause, never a second asker. */
async function claimDue(sql: Sql, { vnpay, graceSeconds, now }: Settling): Promise<Row[]> {
  const due = await sql(
    `select * from payment_attempt
     where status in ('open', 'pending', 'suspected') and next_query_at <= ? and tmn_code = any(?) and deleted_at is null
     order by next_query_at limit ${BATCH} for update skip locked`,
    [now, terminalCodes(vnpay)],
  )
  for (const attempt of due) {
    const queries = countQueries(Number(attempt.queries), instant(attempt, "next_query_at"), now)
    const next = nextQueryAt({ now, expiresAt: instant(attempt, "expires_at"), queries, queryAfterSeconds: vnpay.queryAfterSeconds, graceSeconds })
    await sql("update payment_attempt set queries = ?, next_query_at = ?, updated_at = now() where id = ?", [queries, next, text(attempt, "id")])
  }
  return due
}

async function settleAttempt({ transact, vnpay, graceSeconds, warn, now }: Settling, attempt: Row): Promise<void> {
  const txnRef = text(attempt, "txn_ref")
  const terminal = findTerminal(vnpay, text(attempt, "tmn_code"))
  if (!terminal) return
  const query = { requestId: newRequestId(), txnRef, transactionDate: text(attempt, "vnpay_create_date"), createdAt: now }
  try {
    const call = await callMerchantApi(vnpay.apiUrl, terminal, vnpayQueryBody(terminal, query))
    if (!call.ok) warn(`VNPay did not say what became of ${txnRef}: ${call.reason}`)
    const news = call.ok ? paymentNews(call.answer) : ({ kind: "unknown" } as const)
    if (news.kind === "news" && call.ok) {
      await transact((sql) => takeVnpayNotice(sql, news.params, JSON.stringify(call.answer.params), now, "querydr"))
    } else if (news.kind !== "news") {
      const silence = { heard: news.kind, now, expiresAt: instant(attempt, "expires_at"), graceSeconds }
      const verdict = await transact((sql) => takeSilence(sql, attempt, silence))
      // Perhaps it was paid: only the terminal's portal can tell by now.
      if (verdict === "over" && silence.heard === "unknown") warn(`VNPay never said what became of ${txnRef} (terminal ${terminal.tmnCode}), and is asked about it no more: look it up in the terminal's portal`)
    }
  } catch (error) {
    // The next question is planned already: what could not be kept now is heard again then.
    warn(`VNPay's answer about ${txnRef} was not kept: ${(error as Error).message}`)
  }
}

/** No money and no word of it: locks as everywhere intent → attempt, and looks again at what may have changed meanwhile. Null: it ended otherwise. */
async function takeSilence(sql: Sql, { id, intent_id }: Row, silence: Omit<Silence, "status" | "queries">): Promise<ReturnType<typeof afterSilence> | null> {
  const intent = await lockIntent(sql, String(intent_id))
  const attempts = await sql("select * from payment_attempt where intent_id = ? and deleted_at is null order by id for update", [intent_id])
  const attempt = attempts.find((row) => row.id === id)
  if (!attempt || attempt.status === "succeeded" || attempt.status === "failed") return null
  const verdict = afterSilence({ ...silence, status: attempt.status as Silence["status"], queries: Number(attempt.queries) })
  if (verdict === "wait") return verdict
  if (verdict === "over") {
    await sql("update payment_attempt set status = 'failed', finished_at = ?, updated_at = now() where id = ?", [silence.now, id])
  }
  const othersInFlight = attempts.some((row) => row !== attempt && (row.status === "pending" || row.status === "suspected"))
  const waitsForIt = verdict === "over" || intent.status === "processing"
  if (waitsForIt && !othersInFlight) await changeIntent(sql, intent, { event: "attempt_failed", now: silence.now, errorCode: "payment_window_expired" })
  return verdict
}
