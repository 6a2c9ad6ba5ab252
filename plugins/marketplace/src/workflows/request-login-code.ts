import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PHONE_LOGIN_MODULE } from "../modules/phone-login"
import { codeTooSoon, notAMobileNumber } from "../modules/phone-login/errors"
import { addressDigest, codeDigest, generateCode } from "../modules/phone-login/rules/code-digest"
import { CODE_POLICY } from "../modules/phone-login/rules/code-policy"
import { normalisePhone } from "../modules/phone-login/rules/normalise-phone"
import type PhoneLoginModuleService from "../modules/phone-login/service"
import { sendMessage } from "./send-message"

export type RequestLoginCodeInput = {
  /** As the person wrote it. */
  phone: string
  /** The door: a code for "seller" does not open "official". */
  purpose: string
  /** Client address, for the rate limit. */
  ipAddress?: string
}

export type RequestedLoginCode = { sent: true; phone: string; resend_after_seconds: number }

/**
 * Sends a one-time code by SMS. A plain function, not a workflow: a workflow engine keeps its inputs, and a code
 * must not be kept. Says nothing about whether the phone belongs to anybody here.
 * Errors: phone_login.not_a_mobile_number 400, .too_many_codes 429, .no_message_provider and .message_not_sent 503.
 */
export async function requestLoginCode(container: MedusaContainer, input: RequestLoginCodeInput): Promise<RequestedLoginCode> {
  const phone = normalisePhone(input.phone)
  if (!phone) throw notAMobileNumber()
  const login = container.resolve<PhoneLoginModuleService>(PHONE_LOGIN_MODULE)
  const key = loginKey(container)
  const code = generateCode()
  const registered = await login.registerCode({
    phone,
    purpose: input.purpose,
    codeDigest: codeDigest(key, phone, input.purpose, code),
    addressDigest: input.ipAddress ? addressDigest(key, input.ipAddress) : null,
  })
  if (!registered.allowed) throw codeTooSoon(registered.retryAfterSeconds)
  try {
    await sendMessage(container, {
      to: phone,
      channel: "sms",
      template: "login-code",
      text: `${code} là mã đăng nhập Chợ Phiên của bạn, dùng trong ${CODE_POLICY.ttlSeconds / 60} phút. Đừng cho ai biết mã này.`,
      code,
    })
  } catch (error) {
    // A code nobody received must not make its owner wait a minute.
    await login.deleteLoginCodes(registered.id)
    throw error
  }
  return { sent: true, phone, resend_after_seconds: CODE_POLICY.resendAfterSeconds }
}

/** The key of the digests: the app's own secret, kept outside the database. */
export function loginKey(container: MedusaContainer): string {
  const { jwtSecret } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  if (!jwtSecret) throw new Error("JWT_SECRET must be set: login codes are stored as digests keyed with it")
  return String(jwtSecret)
}
