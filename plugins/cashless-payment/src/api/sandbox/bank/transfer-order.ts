import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../modules/cashless-payment"
import type { Aggregator } from "../../../modules/cashless-payment/operations/bank-transfer"
import { SANDBOX_BANK } from "../../../modules/cashless-payment/rules/banks"
import { decodeVietqr } from "../../../modules/cashless-payment/rules/vietqr"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { book, SANDBOX_PAYERS, tell, type SandboxTransfer, type Teller, type TransferReceipt } from "../../../sandbox/bank"
import { MANGLINGS, type Mangling } from "../../../sandbox/mangle-memo"
import { ownAddress } from "../../../sandbox/own-address"

const AGGREGATORS = ["sepay", "payos", "casso"] as const
/** A form has no numbers and no lists: "sepay", "sepay,casso" or "none". */
const tellers = z
  .string()
  .transform((names) => (names === "none" ? [] : names.split(",")))
  .pipe(z.array(z.enum(AGGREGATORS)).max(3))

/** Either a QR payload, or where and how much; what is given beside a payload overrides it (a buyer who mistypes). */
export const TransferOrder = z
  .object({
    payload: z.string().max(600).optional(),
    payer: z.string().max(30).optional(),
    bin: z.string().regex(/^\d{6}$/).optional(),
    account_number: z.string().regex(/^[A-Za-z0-9]{1,19}$/).optional(),
    amount_vnd: z.coerce.number().int().positive().max(999_999_999_999).optional(),
    memo: z.string().max(200).optional(),
    /** The account the money leaves, where that is the one somebody watches: a refund on its way. SePay and Casso tell of it. */
    leaves: z.string().regex(/^[A-Za-z0-9]{1,19}$/).optional(),
    /** At which bank that account is; usually the simulated one. */
    leaves_bin: z.string().regex(/^\d{6}$/).optional(),
    /** Who tells the marketplace: one or several aggregators, or none. */
    aggregators: tellers.optional(),
    mangling: z.enum(Object.keys(MANGLINGS) as [Mangling, ...Mangling[]]).optional(),
    notices: z.coerce.number().int().min(0).max(5).optional(),
    listed: z.boolean().optional(),
    delay_ms: z.coerce.number().int().min(0).max(60_000).optional(),
    notice_id: z.number().int().nonnegative().optional(),
    reference_code: z.string().regex(/^\w{1,40}$/).optional(),
    signature: z.enum(["valid", "wrong", "stale"]).optional(),
    /** A payee's own connection: where it is told, and with what secret, instead of the operator's account. */
    webhook_path: z.string().regex(/^\/hooks\/(sepay|payos|casso)\/[\w-]{1,64}$/).optional(),
    webhook_secret: z.string().max(200).optional(),
  })
  .strict()

type Order = SandboxTransfer & { aggregators: Aggregator[]; connection: { path: string; secret: string } | null }
export type OrderReading = { ok: true; order: Order } | { ok: false; reason: string }

export function readTransferOrder(body: unknown): OrderReading {
  const parsed = TransferOrder.safeParse(body)
  if (!parsed.success) return { ok: false, reason: `Dữ liệu chưa đúng: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}.` }
  const { payload, ...given } = parsed.data
  const decoded = payload === undefined ? null : decodeVietqr(payload)
  if (decoded && !decoded.ok) return { ok: false, reason: "Mã VietQR này không đọc được (sai định dạng hoặc sai mã kiểm tra)." }
  const qr = decoded?.ok ? decoded.transfer : null
  const bin = given.bin ?? qr?.bin
  const accountNumber = given.account_number ?? qr?.accountNumber
  const amountVnd = given.amount_vnd ?? qr?.amountVnd
  if (!bin || !accountNumber || !amountVnd) return { ok: false, reason: "Thiếu ngân hàng, số tài khoản hoặc số tiền." }
  return {
    ok: true,
    order: {
      payer: given.payer ?? SANDBOX_PAYERS[0].accountNumber,
      bin,
      accountNumber,
      amountVnd,
      memo: given.memo ?? qr?.memo ?? "",
      mangling: given.mangling ?? "vietcombank",
      leaves: given.leaves ? { bin: given.leaves_bin ?? SANDBOX_BANK.bin, accountNumber: given.leaves } : null,
      aggregators: given.aggregators ?? ["sepay"],
      notices: given.notices ?? 1,
      listed: given.listed ?? true,
      delayMs: given.delay_ms ?? 0,
      noticeId: given.notice_id,
      referenceCode: given.reference_code,
      signature: given.signature ?? "valid",
      connection: given.webhook_path ? { path: given.webhook_path, secret: given.webhook_secret ?? "" } : null,
    },
  }
}

export async function carryOut(req: MedusaRequest, order: Order): Promise<TransferReceipt> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const booked = book(order, new Date())
  await payments.createSandboxTransfers({
    notice_number: booked.noticeId,
    account_number: booked.accountNumber,
    payer_account_number: booked.payerAccountNumber,
    payer_name: booked.payerName,
    amount_vnd: booked.amountVnd,
    memo: booked.memo,
    reference_code: booked.referenceCode,
    booked_at: booked.bookedAt,
    // What a payee's own aggregator watches is not on the operator's list; nor are amounts that leave on this simple one.
    listed_by: order.listed && !order.connection && !order.leaves ? order.aggregators : [],
  })
  return tell(booked, order, tellersOf(req, order))
}

function tellersOf(req: MedusaRequest, { aggregators, connection }: Order): Teller[] {
  const { bank } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settings
  const secrets: Record<Aggregator, string | undefined> = { sepay: bank.sepay.webhookSecret, payos: bank.payos.checksumKey, casso: bank.casso.checksumKey }
  if (connection) {
    const aggregator = connection.path.split("/")[2] as Aggregator
    return [{ aggregator, url: `${ownAddress(req)}${connection.path}`, secret: connection.secret }]
  }
  return aggregators.map((aggregator) => ({ aggregator, url: `${ownAddress(req)}/hooks/${aggregator}`, secret: secrets[aggregator] ?? "" }))
}
