import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BANK_AGGREGATORS, type BankAggregator, type NoticeRequest, type NoticeSecrets, type NoticeVerdict } from "../../aggregators/bank-aggregator"
import { CASHLESS_PAYMENT_MODULE } from "../../modules/cashless-payment"
import { HOUSE_NOTICE, type Aggregator, type NoticeSource } from "../../modules/cashless-payment/operations/bank-transfer"
import type { CashlessPaymentModuleService } from "../../modules/cashless-payment/service"
import { RefusalLimit } from "./refusal-limit"

const refusals = new RefusalLimit(60)

/** A notice on the operator's own account with an aggregator. */
export async function takeHouseNotice(req: MedusaRequest, res: MedusaResponse, provider: Aggregator): Promise<void> {
  const { sepay, payos, casso } = payments(req).settings.bank
  const secrets: Record<Aggregator, NoticeSecrets> = {
    sepay: { secret: sepay.webhookSecret, apiKey: sepay.apiKey },
    payos: { secret: payos.checksumKey },
    casso: { secret: casso.checksumKey },
  }
  await take(req, res, provider, [secrets[provider]], HOUSE_NOTICE)
}

/** A notice on a payee's own account: the token in the address says whose, the payee's secret that it is genuine. */
export async function takePayeeNotice(req: MedusaRequest, res: MedusaResponse, provider: Aggregator): Promise<void> {
  const connection = await payments(req).bank.openConnection(provider, req.params.token ?? "")
  if (!connection) {
    res.status(404).json({ success: false, code: "cashless-payment.connection_not_found" })
    return
  }
  const source: NoticeSource = { channel: connection.id, heardBy: "notice", onlyAbout: { bin: connection.bin, accountNumber: connection.accountNumber } }
  const verdict = await take(req, res, provider, connection.secrets, source)
  await payments(req).bank.noteDelivery(connection.id, verdict)
}

/**
 * 2xx means kept, also when nobody knows yet whose money it is; anything else makes the aggregator call again. The
 * signature is checked before a single field is read. Who keeps sending forged notices hears 429 and fills no log; each
 * is verified first, so a genuine one always gets through.
 */
async function take(req: MedusaRequest, res: MedusaResponse, provider: Aggregator, secrets: NoticeSecrets[], source: NoticeSource): Promise<NoticeVerdict | "malformed"> {
  const aggregator = BANK_AGGREGATORS[provider]
  const request = readRequest(req)
  const verdict = verify(aggregator, request, secrets)
  if (verdict !== "valid") {
    if (aggregator.isProbe?.(request.body)) {
      res.json({ success: true, outcome: "ignored", reason: "probe" })
      return verdict
    }
    const heard = refusals.note(req.socket.remoteAddress ?? "", Date.now())
    if (heard === "told") req.scope.resolve("logger").warn(`${provider} notice refused: ${verdict} (from ${req.socket.remoteAddress})`)
    res.status(heard === "too_many" ? 429 : 401).json({ success: false, code: `cashless-payment.${verdict}` })
    return verdict
  }
  const reading = aggregator.read(request.body, new Date())
  if (reading.kind === "malformed") {
    res.status(400).json({ success: false, code: "cashless-payment.invalid_data", fields: reading.fields })
    return "malformed"
  }
  if (reading.kind === "nothing") {
    res.json({ success: true, outcome: "ignored", reason: "not_money" })
    return "valid"
  }
  const outcome = await payments(req).takeBankNotice(reading.transfer, request.rawBody.toString("utf8"), new Date(), source)
  res.json({ success: true, outcome: outcome.kind, reason: outcome.reason })
  return "valid"
}

/** Any of the secrets may fit: after a change both are good for a while. All are tried, so that time tells nothing. */
function verify(aggregator: BankAggregator, request: NoticeRequest, secrets: NoticeSecrets[]): NoticeVerdict {
  const verdicts = secrets.map((secret) => aggregator.verify(request, secret, new Date()))
  return verdicts.includes("valid") ? "valid" : (verdicts[0] ?? "not_configured")
}

function readRequest(req: MedusaRequest): NoticeRequest {
  const rawBody = Buffer.isBuffer(req.rawBody) ? req.rawBody : Buffer.alloc(0)
  const header = (name: string) => {
    const value = req.headers[name]
    return Array.isArray(value) ? undefined : value
  }
  return { header, rawBody, body: req.body }
}

function payments(req: MedusaRequest): CashlessPaymentModuleService {
  return req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
}
