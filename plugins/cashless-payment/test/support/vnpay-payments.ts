import { OUTBOX_EVENT_TYPES } from "../../src/modules/cashless-payment/rules/event-types"
import { signedVnpayQuery, type VnpayParams } from "../../src/modules/cashless-payment/rules/vnpay-signature"
import { startFakeVnpay, type FakeVnpay } from "./fake-vnpay"
import { startModule, type RunningModule } from "./running-module"

export const TMN_CODE = "TESTTMN1"
export const SECRET = "made-up-secret-of-the-test"
export const PREVIOUS_SECRET = "the-secret-before"
export const AMOUNT = 150_000

export const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

/** What querydr says of a payment of ours. */
export const payment = (status: string, fields: VnpayParams = {}): VnpayParams => ({
  vnp_Amount: String(AMOUNT * 100),
  vnp_BankCode: "NCB",
  vnp_PayDate: "20261122090233",
  vnp_TransactionNo: "14226112",
  vnp_TransactionType: "01",
  vnp_TransactionStatus: status,
  vnp_OrderInfo: "Don hang thu",
  ...fields,
})

export function ipn(txnRef: string, fields: VnpayParams = {}, secret = SECRET): string {
  const { vnp_TransactionType: _, ...values } = payment("00")
  return signedVnpayQuery({ vnp_TmnCode: TMN_CODE, ...values, vnp_ResponseCode: "00", vnp_TxnRef: txnRef, ...fields }, secret)
}

/** The module beside a VNPay whose answers the test decides. */
export class VnpayPayments {
  #serial = 0

  private constructor(
    readonly running: RunningModule,
    readonly vnpay: FakeVnpay,
    /** What VNPay signs with, by terminal. */
    readonly secrets: Map<string, string>,
  ) {}

  static async start(databaseName: string): Promise<VnpayPayments> {
    const secrets = new Map([[TMN_CODE, SECRET]])
    const vnpay = await startFakeVnpay((tmnCode) => secrets.get(tmnCode) ?? "of no terminal")
    Object.assign(process.env, {
      SANDBOX: "false",
      VNPAY_TMN_CODE: TMN_CODE,
      VNPAY_HASH_SECRET: SECRET,
      VNPAY_HASH_SECRET_PREVIOUS: PREVIOUS_SECRET,
      VNPAY_PAY_URL: vnpay.url,
      VNPAY_API_URL: vnpay.url,
      VNPAY_GENQR: "true",
      STOREFRONT_URL: "http://localhost:8000",
    })
    return new VnpayPayments(await startModule(databaseName), vnpay, secrets)
  }

  async stop(): Promise<void> {
    await this.running.stop()
    await this.vnpay.stop()
    for (const name of ["VNPAY_HASH_SECRET_PREVIOUS", "VNPAY_GENQR"]) delete process.env[name]
  }

  /** What other tests left open must not be asked about in the next one. */
  async forget(): Promise<void> {
    await this.running.rows("update payment_attempt set status = 'failed' where status in ('open', 'pending', 'suspected')")
    await this.running.rows("update payment_refund set status = 'canceled' where status = 'pending'")
    this.vnpay.asked.length = 0
    this.vnpay.answer(() => "hang up")
  }

  async intent(minutes = 15): Promise<string> {
    this.#serial += 1
    const idempotencyKey = `vnpay-${this.#serial}`
    const intent = await this.running.payments.createIntent({ amountVnd: AMOUNT, rail: "vnpay", description: "Đơn hàng thử", metadata: {}, expiresAt: later(minutes), idempotencyKey })
    return intent.id
  }

  async started(): Promise<{ id: string; txnRef: string }> {
    const id = await this.intent()
    return { id, txnRef: await this.attempt(id) }
  }

  async attempt(id: string): Promise<string> {
    const { txnRef } = await this.running.payments.startVnpayAttempt(id, { returnUrl: "http://localhost:8000/tro-ve", ipAddress: "203.0.113.9", locale: "vn" })
    return txnRef
  }

  async status(id: string): Promise<string> {
    return (await this.running.payments.retrieveIntent(id)).status
  }

  /** Types of the events of an intent that listeners in the process hear, in order; `prefix` leaves others out. */
  async told(id: string, prefix = ""): Promise<unknown[]> {
    const rows = await this.running.rows("select type from payment_outbox_event where intent_id = ? and type like ? order by sequence", [id, `${prefix}%`])
    return rows.map(({ type }) => type).filter((type) => OUTBOX_EVENT_TYPES.some((emitted) => emitted === type))
  }

  async refundsOf(id: string) {
    return this.running.rows("select id, amount_vnd::int, status, method, reason, failure_reason from payment_refund where intent_id = ? order by created_at, id", [id])
  }
}
