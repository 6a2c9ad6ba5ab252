import type { Logger } from "@medusajs/framework/types"
import { IPN_ANSWER, type IpnAnswer } from "../../../modules/cashless-payment/rules/vnpay-outcome"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { RefusalLimit } from "../refusal-limit"

/** Who answers VNPay, and who hears of what went wrong. */
export type NoticeDesk = { payments: Pick<CashlessPaymentModuleService, "takeVnpayIpn">; logger: Pick<Logger, "warn" | "error"> }

/** `query` as it came over the wire; `address` of whoever is connected. */
export type NoticeCall = { query: string; address: string | undefined }

const refusals = new RefusalLimit(60)

/**
 * VNPay's server-to-server notice. HTTP 200 whatever it says: VNPay reads RspCode, and calls again unless it is 00 or 02.
 * Only who keeps sending forged notices hears 429; each is verified first, so a genuine one always gets through.
 */
export async function answerNotice({ payments, logger }: NoticeDesk, { query, address = "" }: NoticeCall): Promise<{ status: 200 | 429; answer: IpnAnswer }> {
  try {
    const answer = await payments.takeVnpayIpn(query)
    const verdict = answer === IPN_ANSWER.invalidSignature ? refusals.note(address, Date.now()) : "quiet"
    if (verdict === "told") logger.warn(`VNPay IPN refused: not signed by VNPay, or no result (from ${address})`)
    return { status: verdict === "too_many" ? 429 : 200, answer }
  } catch (error) {
    logger.error(`VNPay IPN failed, VNPay will call again: ${(error as Error).message}`)
    return { status: 200, answer: IPN_ANSWER.unknownError }
  }
}
