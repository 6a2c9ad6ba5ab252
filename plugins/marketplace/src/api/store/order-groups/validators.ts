import { VNPAY_BANK_CODES } from "@cho-phien/cashless-payment"
import { z } from "@medusajs/framework/zod"
import { BUYER_REASONS } from "../../../modules/order-group/rules/cancel-reasons"

export const OrderGroupParams = z.object({ id: z.string().min(1).max(64) })

/** Optional, so that a missing token answers like a wrong one: 404. */
export const AccessQuery = z.object({ access_token: z.string().max(200).optional() })

export const VnpayBody = z
  .object({
    access_token: z.string().max(200).optional(),
    locale: z.enum(["vi", "en"]).default("vi"),
    bank_code: z.enum(VNPAY_BANK_CODES).optional(),
    /** `qr`: a VNPAY-QR for our own page instead of the way to VNPay's. */
    as: z.enum(["redirect", "qr"]).default("redirect"),
  })
  .strict()

const access_token = z.string().max(200).optional()
const note = z.string().trim().max(300).nullish()

/** Without `order_id` every order of the checkout that can still be cancelled. */
export const CancelBody = z.object({ access_token, order_id: z.string().min(1).max(64).optional(), reason: z.enum(BUYER_REASONS).default("other"), note }).strict()

export const RailBody = z.object({ access_token, rail: z.enum(["vietqr", "vnpay", "cod"]) }).strict()

export const ReceivedBody = z.object({ access_token, order_id: z.string().min(1).max(64) }).strict()
