import { isKnownBank } from "@cho-phien/cashless-payment"
import { z } from "@medusajs/framework/zod"

export const RefundParams = z.object({ id: z.string().min(1).max(64), refund_id: z.string().regex(/^(re|htr)_\w{1,60}$/) })

const CHOOSE_BANK = { vi: "Xin chọn ngân hàng.", en: "Please choose the bank." }
const ACCOUNT_NUMBER = { vi: "Số tài khoản có từ 6 đến 19 chữ số hoặc chữ cái.", en: "An account number has 6 to 19 digits or letters." }
const ACCOUNT_NAME = { vi: "Xin ghi họ tên chủ tài khoản như trên thẻ, chỉ gồm chữ cái.", en: "Please enter the holder's name as the bank has it, in letters." }

const access_token = z.string().max(200).optional()

/** Blanks, dots and hyphens in an account number are how people write it. */
export const AccountBody = z
  .object({
    access_token,
    bank_bin: z.string().refine(isKnownBank, { params: CHOOSE_BANK }),
    account_number: z
      .string()
      .max(60)
      .transform((written) => written.replace(/[\s.-]/g, ""))
      .refine((number) => /^[A-Za-z0-9]{6,19}$/.test(number), { params: ACCOUNT_NUMBER }),
    account_name: z
      .string()
      .max(200)
      .transform((written) => written.normalize("NFC").trim().replace(/\s+/g, " "))
      .refine((name) => /^[\p{L}\p{M}][\p{L}\p{M} .,&'()/-]{1,99}$/u.test(name), { params: ACCOUNT_NAME }),
  })
  .strict()

export const ArrivalBody = z.object({ access_token, arrived: z.boolean(), note: z.string().trim().max(300).nullish() }).strict()
