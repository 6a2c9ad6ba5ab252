import { callMerchantApi, type MerchantCall } from "../gateway/merchant-api"
import { newRequestId } from "../gateway/request-id"
import { toVnpayDate } from "../rules/vietnam-time"
import { vnpayQueryBody, vnpayRefundBody, type MerchantAnswer } from "../rules/vnpay-merchant-api"
import { afterRefundQuery, afterRefundRequest, isRefundStuck, mayResend, nextRefundTryAt, type KnownRefund, type RefundStep } from "../rules/vnpay-refund-answer"
import { findTerminal, terminalCodes, type VnpayTerminal } from "../vnpay-terminals"
import { changeRefund } from "./refunds"
import type { Settling } from "./settle-vnpay-attempts"
import { instant, instantOrNull, text, textOrNull, vnd, type Row, type Sql } from "./sql"

const BATCH = 20
/** Longer than a call may take: until then no other process takes the same refund up. */
const LEASE_MS = 60_000

type Claim = { refund: Row; attempt: Row; terminal: VnpayTerminal; resent: boolean; whole: boolean; others: KnownRefund[] }

/**
 * Sends refunds to VNPay and asks what became of those it took, each as the terminal that took the payment. What is sent is kept before it is sent, so that after a
 * crash the same request is made again and never a second one. Returns how many were worked on.
 */
export async function settleVnpayRefunds(settling: Settling): Promise<number> {
  const due = await settling.transact((sql) =>
    sql(
      `select r.id, r.attempt_id from payment_refund r join payment_attempt a on a.id = r.attempt_id
       where r.status = 'pending' and r.next_try_at <= ? and a.tmn_code = any(?) and r.deleted_at is null
       order by r.next_try_at, r.id limit ${BATCH}`,
      [settling.now, terminalCodes(settling.vnpay)],
    ),
  )
  let worked = 0
  for (const candidate of due) {
    const claim = await settling.transact((sql) => claimRefund(sql, candidate, settling))
    if (!claim) continue
    worked += 1
    await settleRefund(settling, claim)
  }
  return worked
}

/**
 * Locks attempt → refund and writes down what will be sent. One refund of a payment is under way at a time: otherwise
 * VNPay's "a refund is in process" (94) would not say whose.
 */
async function claimRefund(sql: Sql, { id, attempt_id }: Row, { vnpay, now }: Settling): Promise<Claim | null> {
  const [attempt] = await sql("select * from payment_attempt where id = ? for update skip locked", [attempt_id])
  const terminal = attempt ? findTerminal(vnpay, text(attempt, "tmn_code")) : null
  if (!attempt || !terminal) return null
  const all = await sql("select * from payment_refund where attempt_id = ? and deleted_at is null order by id for update", [attempt_id])
  const refund = all.find((row) => row.id === id)
  if (!refund || refund.status !== "pending" || !refund.next_try_at || instant(refund, "next_try_at") > now) return null
  const others = all.filter((row) => row !== refund)
  if (!refund.request_id && others.some((row) => row.status === "pending" && row.request_id)) {
    await plan(sql, refund, new Date(now.getTime() + vnpay.queryAfterSeconds * 1_000))
    return null
  }
  const [claimed] = await sql(
    `update payment_refund set request_id = coalesce(request_id, ?), request_date = coalesce(request_date, ?), tries = tries + 1, next_try_at = ?, updated_at = now()
     where id = ? returning *`,
    [newRequestId(), toVnpayDate(now), new Date(now.getTime() + LEASE_MS), id],
  )
  if (!claimed) throw new Error(`refund ${String(id)} vanished under its lock`)
  const whole = vnd(refund, "amount_vnd") === vnd(attempt, "amount_vnd") && others.every((row) => row.status === "failed" || row.status === "canceled")
  const requested = others.filter((row) => row.request_id)
  return { refund: claimed, attempt, terminal, resent: refund.request_id !== null, whole, others: requested.map(known) }
}

const known = (refund: Row): KnownRefund => ({ amountVnd: vnd(refund, "amount_vnd"), transactionNo: textOrNull(refund, "transaction_no") })

async function settleRefund(settling: Settling, claim: Claim): Promise<void> {
  const { refund, resent } = claim
  const { now } = settling
  try {
    const step = refund.accepted_at ? await ask(settling, claim) : resent ? await recover(settling, claim) : await send(settling, claim)
    await settling.transact((sql) => takeStep(sql, settling, text(refund, "id"), step))
  } catch (error) {
    settling.warn(`VNPay's answer about refund ${text(refund, "id")} was not kept: ${(error as Error).message} (${now.toISOString()})`)
  }
}

/** The request may have arrived: first look, then the same request again, on another day neither more than look. */
async function recover(settling: Settling, claim: Claim): Promise<RefundStep> {
  const found = await ask(settling, claim)
  if (found.kind !== "unknown") return found
  return mayResend(text(claim.refund, "request_date"), settling.now) ? send(settling, claim) : { kind: "unknown" }
}

async function send({ vnpay, warn }: Settling, { refund, attempt, terminal, resent, whole }: Claim): Promise<RefundStep> {
  const call = await callMerchantApi(
    vnpay.apiUrl,
    terminal,
    vnpayRefundBody(terminal, {
      requestId: text(refund, "request_id"),
      requestDate: text(refund, "request_date"),
      whole,
      txnRef: text(attempt, "txn_ref"),
      amountVnd: vnd(refund, "amount_vnd"),
      transactionNo: textOrNull(attempt, "transaction_no"),
      transactionDate: text(attempt, "vnpay_create_date"),
      createdBy: "cho-phien",
      orderInfo: `Hoan tien ${text(refund, "id")}`,
    }),
  )
  return afterRefundRequest(answerOf(call, refund, warn), resent)
}

async function ask({ vnpay, warn, now }: Settling, { refund, attempt, terminal, others }: Claim): Promise<RefundStep> {
  const transactionNo = textOrNull(refund, "transaction_no")
  const query = { requestId: newRequestId(), txnRef: text(attempt, "txn_ref"), transactionDate: text(attempt, "vnpay_create_date"), transactionNo, createdAt: now }
  const call = await callMerchantApi(vnpay.apiUrl, terminal, vnpayQueryBody(terminal, query))
  return afterRefundQuery(answerOf(call, refund, warn), known(refund), others)
}

function answerOf(call: MerchantCall, refund: Row, warn: Settling["warn"]): MerchantAnswer | null {
  if (call.ok) return call.answer
  warn(`VNPay did not answer about refund ${text(refund, "id")}: ${call.reason}`)
  return null
}

/** Writes down what VNPay said, under the refund's lock: it may have been settled by somebody else meanwhile. */
async function takeStep(sql: Sql, { vnpay, now }: Settling, id: string, step: RefundStep): Promise<void> {
  const [refund] = await sql("select * from payment_refund where id = ? for update", [id])
  if (!refund || refund.status !== "pending") return
  if (step.kind === "returned") return void (await changeRefund(sql, refund, { event: "money_returned", now }))
  if (step.kind === "rejected") return void (await changeRefund(sql, refund, { event: "rejected", now, failureReason: step.reason }))
  if (step.kind === "accepted") {
    await sql("update payment_refund set accepted_at = coalesce(accepted_at, ?), transaction_no = coalesce(transaction_no, ?), updated_at = now() where id = ?", [now, step.transactionNo, id])
  }
  if (step.kind === "not_taken") await sql("update payment_refund set request_id = null, request_date = null, updated_at = now() where id = ?", [id])
  const acceptedAt = step.kind === "accepted" ? (instantOrNull(refund, "accepted_at") ?? now) : instantOrNull(refund, "accepted_at")
  if (isRefundStuck({ createdAt: instant(refund, "created_at"), acceptedAt, now })) {
    await changeRefund(sql, refund, { event: "unconfirmed", now, failureReason: "vnpay_unconfirmed" })
    return
  }
  await plan(sql, refund, nextRefundTryAt(now, Number(refund.tries), vnpay.queryAfterSeconds))
}

async function plan(sql: Sql, refund: Row, at: Date): Promise<void> {
  await sql("update payment_refund set next_try_at = ?, updated_at = now() where id = ?", [at, text(refund, "id")])
}
