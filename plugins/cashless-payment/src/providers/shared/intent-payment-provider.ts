import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  PaymentSessionStatus,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, BigNumber, MedusaError, PaymentActions } from "@medusajs/framework/utils"
import { medusaRefund, readIntentSession, type IntentSession } from "../../modules/cashless-payment/rules/medusa-refund"
import type { CashlessPaymentModuleService } from "../../modules/cashless-payment/service"

/** The Payment module lends its container; `cashlessPayment` is in it by `dependencies` in medusa-config. */
type Cradle = { cashlessPayment?: CashlessPaymentModuleService }

/**
 * Medusa's view of a payment intent: a session points at an intent that exists already and is captured exactly when
 * the intent has succeeded. Nothing here moves money or changes an intent; only gateways' notices do.
 */
export abstract class IntentPaymentProvider extends AbstractPaymentProvider<Record<string, unknown>> {
  private readonly payments: Cradle

  constructor(cradle: Cradle, options?: Record<string, unknown>) {
    super(cradle as Record<string, unknown>, options)
    this.payments = cradle
  }

  async initiatePayment({ amount, currency_code, data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    if (currency_code.toLowerCase() !== "vnd") throw refused("Only đồng (VND) can be paid here.")
    const intentId = data?.intent_id
    if (typeof intentId !== "string") throw refused("A session of this provider needs data.intent_id.")
    // Medusa shows a session to the buyer, so nothing secret may ever be put in it.
    const own = typeof data?.session_id === "string" ? { session_id: data.session_id } : {}
    const session: IntentSession = { intent_id: intentId, amount_vnd: new BigNumber(amount).numeric, ...own }
    const intent = await this.intents.retrieveIntent(intentId)
    if (session.amount_vnd > intent.amount_vnd) throw refused("The session asks for more than its payment intent.")
    if (intent.status === "canceled") throw refused("The payment intent of this session is canceled.")
    // Born waiting: without a status Medusa had to be asked a second time, and read and wrote everything once more.
    return { id: intentId, data: session, status: "pending_authorization" }
  }

  async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return { status: await this.statusOf(data), data: { ...data } }
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return { status: await this.statusOf(data), data: { ...data } }
  }

  /** The money is there when the intent has succeeded; there is no second step. */
  async capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    if ((await this.statusOf(data)) !== "captured") throw refused("The money has not arrived yet.")
    return { data: { ...data } }
  }

  /**
   * Money paid over VNPay goes back by its API, after hours or days; a bank transfer waits at the desk for a person.
   * Medusa knows no pending refund and counts it as done: one that VNPay rejects comes to the desk by itself.
   */
  async refundPayment({ amount, data, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const session = sessionData(data)
    // Medusa's key is its refund's id; the job queue-missed-refunds counts on it.
    const refundId = context?.idempotency_key
    if (!refundId) throw refused("A refund needs an idempotency key.")
    const refund = await this.intents.queueRefund(medusaRefund({ session, amountVnd: new BigNumber(amount).numeric, refundId }))
    return { data: { ...data, refund_id: refund.id, refund_status: refund.status } }
  }

  /**
   * Medusa also calls this for the losers of a race about a paid session (docs/decisions), so it must never touch the
   * intent: whoever owns the order cancels the intent by name.
   */
  async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return { data: { ...data } }
  }

  async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return { data: { ...data } }
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const intent = await this.intents.retrieveIntent(sessionData(data).intent_id)
    return { data: { ...data, status: intent.status } }
  }

  /** Amounts are frozen once an intent exists: the buyer may be looking at its QR. */
  async updatePayment({ amount, data }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    if (new BigNumber(amount).numeric !== sessionData(data).amount_vnd) throw refused("The amount of a payment cannot change; make a new one.")
    return { data: { ...data } }
  }

  /** Notices come to /hooks/vnpay/ipn and /hooks/sepay, where they are answered after the commit. */
  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  private async statusOf(data: Record<string, unknown> | undefined): Promise<PaymentSessionStatus> {
    const { intent_id, amount_vnd } = sessionData(data)
    const intent = await this.intents.retrieveIntent(intent_id)
    if (intent.status === "canceled") return "canceled"
    const paid = intent.status === "succeeded" && intent.amount_received_vnd >= intent.amount_vnd && amount_vnd <= intent.amount_vnd
    return paid ? "captured" : "pending_authorization"
  }

  private get intents(): CashlessPaymentModuleService {
    const { cashlessPayment } = this.payments
    if (!cashlessPayment) throw new Error('medusa-config: the payment module needs dependencies: ["cashlessPayment"]')
    return cashlessPayment
  }
}

function sessionData(data: Record<string, unknown> | undefined): IntentSession {
  const session = readIntentSession(data)
  if (!session) throw refused("This session has no payment intent.")
  return session
}

function refused(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
