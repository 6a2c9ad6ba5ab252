import type { MedusaContainer } from "@medusajs/framework/types"
import { PHONE_LOGIN_MODULE } from "../modules/phone-login"
import { notAMobileNumber, wrongCode } from "../modules/phone-login/errors"
import { codeDigest, sameDigest } from "../modules/phone-login/rules/code-digest"
import { normalisePhone } from "../modules/phone-login/rules/normalise-phone"
import type PhoneLoginModuleService from "../modules/phone-login/service"
import { loginKey } from "./request-login-code"

export type VerifyLoginCodeInput = { phone: string; purpose: string; code: string }

/**
 * Uses a code up and returns the proven phone in E.164. The newest code alone counts, once.
 * Errors: phone_login.wrong_code 401 (wrong, expired, used or tried too often: the answer is the same for all).
 */
export async function verifyLoginCode(container: MedusaContainer, input: VerifyLoginCodeInput): Promise<{ phone: string }> {
  const phone = normalisePhone(input.phone)
  if (!phone) throw notAMobileNumber()
  const login = container.resolve<PhoneLoginModuleService>(PHONE_LOGIN_MODULE)
  const attempt = await login.takeAttempt(phone, input.purpose)
  const digest = codeDigest(loginKey(container), phone, input.purpose, input.code.trim())
  if (!attempt || !sameDigest(attempt.code_digest, digest)) throw wrongCode()
  if (!(await login.consume(attempt.id))) throw wrongCode()
  return { phone }
}
