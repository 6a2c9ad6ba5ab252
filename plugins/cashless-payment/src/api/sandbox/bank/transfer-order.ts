import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../modules/cashless-payment"
import { decodeVietqr } from "../../../modules/cashless-payment/rules/vietqr"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { SANDBOX_PAYERS, transfer, type SandboxTransfer, type TransferReceipt } from "../../../sandbox/bank"
import { ownAddress } from "../../../sandbox/own-address"

/** Either a QR payload, or where and how much; what is given beside a payload overrides it (a buyer who mistypes). */
export const TransferOrder = z
  .object({
    payload: z.string().max(600).optional(),
    payer: z.string().max(30).optional(),
    bin: z.string().regex(/^\d{6}$/).optional(),
    account_number: z.string().regex(/^[A-Za-z0-9]{1,19}$/).optional(),
    amount_vnd: z.coerce.number().int().positive().max(999_999_999_999).optional(),
    memo: z.string().max(200).optional(),
    notices: z.coerce.number().int().min(0).max(5).optional(),
    notice_id: z.number().int().nonnegative().optional(),
    reference_code: z.string().regex(/^\w{1,40}$/).optional(),
    signature: z.enum(["valid", "wrong", "stale"]).optional(),
  })
  .strict()

export type OrderReading = { ok: true; order: SandboxTransfer } | { ok: false; reason: string }

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
      notices: given.notices ?? 1,
      noticeId: given.notice_id,
      referenceCode: given.reference_code,
      signature: given.signature ?? "valid",
    },
  }
}

export async function carryOut(req: MedusaRequest, order: SandboxTransfer): Promise<TransferReceipt> {
  const { sepay } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settings.bank
  if (!sepay.webhookSecret) throw new Error("the sandbox always has a SePay secret")
  return transfer(order, `${ownAddress(req)}/hooks/sepay`, sepay.webhookSecret, new Date())
}
