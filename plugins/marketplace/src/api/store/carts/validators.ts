import { z } from "@medusajs/framework/zod"
import { normalisePhone } from "../../../modules/phone-login/rules/normalise-phone"

export const CartParams = z.object({ id: z.string().min(1).max(64) })

const line = (max: number) => z.string().trim().min(1).max(max)

const NOT_A_MOBILE = { vi: "Số điện thoại chưa đúng, ví dụ 0912 345 678.", en: "This is not a Vietnamese mobile number, for example 0912 345 678." }

const NO_RECIPIENT = { vi: "Xin ghi họ tên người nhận, ví dụ Nguyễn Thị An.", en: "Please write the recipient's name, for example Nguyễn Thị An." }

const NO_NAME = { vi: "Xin ghi họ tên của bạn, ví dụ Nguyễn Thị An.", en: "Please write your name, for example Nguyễn Thị An." }

/** A single letter or a number is nobody's name. */
const personName = (params: typeof NO_NAME) => line(120).refine((name) => (name.normalize("NFC").match(/\p{L}/gu) ?? []).length >= 2, { params })

const mobile = line(30).transform((written, ctx) => {
  const phone = normalisePhone(written)
  if (phone !== null) return phone
  ctx.addIssue({ code: "custom", params: NOT_A_MOBILE })
  return z.NEVER
})

const CHOOSE_PROVINCE = { vi: "Xin chọn tỉnh, thành phố.", en: "Please choose a province or city." }
const CHOOSE_COMMUNE = { vi: "Xin chọn xã, phường.", en: "Please choose a commune or ward." }

const provinceCode = z.string().refine((code) => /^\d{2}$/.test(code), { params: CHOOSE_PROVINCE })
const communeCode = z.string().refine((code) => /^\d{5}$/.test(code), { params: CHOOSE_COMMUNE })

export const DestinationBody = z.object({ province_code: provinceCode, commune_code: communeCode }).strict()

/** Name and phone are of whom the courier asks for. */
export const AddressBody = z
  .object({
    name: personName(NO_RECIPIENT),
    phone: mobile,
    province_code: provinceCode,
    commune_code: communeCode,
    street: line(200),
    note: z.string().trim().max(300).nullish(),
    email: z.email().max(254).nullish(),
  })
  .strict()

/** `buyer` is who orders. Left out, it is who receives; null: to be said before the cart is placed. */
export const DeliveryBody = AddressBody.extend({ buyer: z.object({ name: personName(NO_NAME).nullish(), phone: mobile }).strict().nullish() })

export const PlaceBody = z.object({ rail: z.enum(["vietqr", "vnpay", "cod"]) }).strict()
