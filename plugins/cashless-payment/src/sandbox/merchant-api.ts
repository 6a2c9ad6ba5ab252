import { randomBytes, randomInt } from "node:crypto"
import { fromVnpayDate, toVnpayDate } from "../modules/cashless-payment/rules/vietnam-time"
import { isVnpayHash, pipedVnpayValues, VNPAY_PIPE_ORDER, vnpayHash, type VnpayParams } from "../modules/cashless-payment/rules/vnpay-signature"
import type { SandboxGatewayService } from "../modules/sandbox-gateway/service"
import type { FindTerminal, Terminal } from "./gateway"

/** `silent`: the simulated VNPay hangs up without a word, whether or not it did what it was asked. */
export type ApiAnswer = { kind: "answer"; body: VnpayParams } | { kind: "silent" }

type Command = "querydr" | "refund"
type Asked = { command: Command; params: VnpayParams; terminal: Terminal; now: Date }
type Payment = Awaited<ReturnType<SandboxGatewayService["listSandboxPayments"]>>[number]
type Refund = Awaited<ReturnType<SandboxGatewayService["listSandboxRefunds"]>>[number]

/**
 * VNPay's merchant API: querydr and refund, with the codes of its documentation and the faults a test ordered.
 * `present` signs the answer about a terminal that `findTerminal` does not know.
 */
export async function answerMerchantApi(gateway: SandboxGatewayService, body: unknown, { present, findTerminal }: { present: Terminal; findTerminal: FindTerminal }, now: Date): Promise<ApiAnswer> {
  const params = textFields(body)
  const command = params?.vnp_Command
  if (!params || (command !== "querydr" && command !== "refund")) return { kind: "answer", body: { vnp_ResponseCode: "03", vnp_Message: "Invalid format" } }
  const known = findTerminal(params.vnp_TmnCode ?? "")
  const terminal = known ?? present
  const asked = { command, params, terminal, now } as const
  if (!isVnpayHash(params.vnp_SecureHash ?? "", pipedVnpayValues(params, VNPAY_PIPE_ORDER[command]), terminal.hashSecret)) return say(asked, "97", "Checksum")
  if (!known) return say(asked, "02", "Invalid TmnCode")
  if (!fromVnpayDate(params.vnp_CreateDate ?? "") || !/^[A-Za-z0-9]{1,32}$/.test(params.vnp_RequestId ?? "")) return say(asked, "03", "Invalid format")
  const [payment] = await gateway.listSandboxPayments({ tmn_code: terminal.tmnCode, txn_ref: params.vnp_TxnRef ?? "" }, { take: 1 })
  if (!payment || payment.create_date !== params.vnp_TransactionDate) return say(asked, "91", "Transaction not found")
  return command === "querydr" ? query(gateway, asked, payment) : refund(gateway, asked, payment)
}

async function query(gateway: SandboxGatewayService, asked: Asked, payment: Payment): Promise<ApiAnswer> {
  if (payment.query_plan === "silent") return { kind: "silent" }
  if (payment.query_plan === "too_often") return say(asked, "94", "Duplicate request")
  const terminal = payment.query_plan === "forged" ? { ...asked.terminal, hashSecret: "of-somebody-else" } : asked.terminal
  const refunds = await gateway.listSandboxRefunds({ payment_id: payment.id }, { order: { sequence: "DESC" } })
  const wanted = asked.params.vnp_TransactionNo
  const found = wanted && wanted !== payment.transaction_no ? refunds.find((row) => row.transaction_no === wanted) : wanted ? undefined : refunds[0]
  if (wanted && wanted !== payment.transaction_no && !found) return say(asked, "91", "Transaction not found")
  if (!found) {
    const result = { vnp_TransactionType: "01", vnp_TransactionStatus: payment.transaction_status, vnp_PayDate: payment.pay_date ?? "" }
    return say({ ...asked, terminal }, "00", "Success", { ...facts(payment), ...result })
  }
  const status = refundStatus(found)
  await gateway.updateSandboxRefunds({ id: found.id, asked: found.asked + 1 })
  const result = { vnp_Amount: found.amount, vnp_TransactionNo: found.transaction_no, vnp_TransactionType: found.transaction_type, vnp_TransactionStatus: status }
  return say({ ...asked, terminal }, "00", "Success", { ...facts(payment), ...result })
}

async function refund(gateway: SandboxGatewayService, asked: Asked, payment: Payment): Promise<ApiAnswer> {
  const { params, now } = asked
  const plan = payment.refund_plan
  const before = await gateway.listSandboxRefunds({ payment_id: payment.id })
  const day = toVnpayDate(now).slice(0, 8)
  const known = before.find((row) => row.request_id === params.vnp_RequestId && row.request_day === day)
  if (known) return say(asked, "94", "Refund requested before", { vnp_TransactionNo: known.transaction_no, vnp_TransactionType: known.transaction_type })
  const amount = Number(params.vnp_Amount)
  const given = before.filter((row) => refundStatus(row) !== "09").reduce((sum, row) => sum + Number(row.amount), 0)
  const wholeOrPart = params.vnp_TransactionType === "02" ? amount === Number(payment.amount) && given === 0 : params.vnp_TransactionType === "03"
  if (!Number.isSafeInteger(amount) || amount <= 0 || !wholeOrPart) return say(asked, "03", "Invalid format")
  if (plan === "refuse" || payment.transaction_status !== "00" || given + amount > Number(payment.amount)) return say(asked, "95", "Refused")
  if (plan === "busy") {
    await gateway.updateSandboxPayments({ id: payment.id, refund_plan: "accept" })
    return say(asked, "94", "Refund in process")
  }
  if (before.some((row) => !["00", "09"].includes(refundStatus(row)))) return say(asked, "94", "Refund in process")
  const taken = await gateway.createSandboxRefunds({
    payment_id: payment.id,
    request_id: params.vnp_RequestId ?? "",
    request_day: day,
    amount: String(amount),
    transaction_type: params.vnp_TransactionType ?? "",
    transaction_no: String(randomInt(10_000_000, 100_000_000)),
    plan: plan === "reject" || plan === "slow" ? plan : "accept",
  })
  if (plan === "silent") {
    await gateway.updateSandboxPayments({ id: payment.id, refund_plan: "accept" })
    return { kind: "silent" }
  }
  const result = { vnp_Amount: taken.amount, vnp_TransactionNo: taken.transaction_no, vnp_TransactionType: taken.transaction_type, vnp_TransactionStatus: "05" }
  return say(asked, "00", "Success", { ...facts(payment), ...result })
}

/** 05 in process, 06 sent to the bank, 00 done, 09 rejected: a step further each time it is asked about. */
function refundStatus({ plan, asked }: Pick<Refund, "plan" | "asked">): string {
  if (plan === "reject") return asked < 1 ? "05" : "09"
  const slowness = plan === "slow" ? 3 : 0
  if (asked < 1 + slowness) return "05"
  return asked < 2 + slowness ? "06" : "00"
}

function facts(payment: Payment): VnpayParams {
  return { vnp_Amount: payment.amount, vnp_BankCode: payment.bank_code, vnp_TransactionNo: payment.transaction_no ?? "0", vnp_OrderInfo: payment.order_info }
}

function say({ command, params, terminal }: Asked, code: string, message: string, more: VnpayParams = {}): ApiAnswer {
  const body: VnpayParams = {
    vnp_ResponseId: randomBytes(16).toString("hex"),
    vnp_Command: command,
    vnp_ResponseCode: code,
    vnp_Message: message,
    vnp_TmnCode: terminal.tmnCode,
    vnp_TxnRef: params.vnp_TxnRef ?? "",
    ...more,
  }
  const order = command === "querydr" ? VNPAY_PIPE_ORDER.querydrResponse : VNPAY_PIPE_ORDER.refundResponse
  return { kind: "answer", body: { ...body, vnp_SecureHash: vnpayHash(pipedVnpayValues(body, order), terminal.hashSecret) } }
}

function textFields(body: unknown): VnpayParams | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null
  const fields = Object.entries(body)
  return fields.every((field): field is [string, string] => typeof field[1] === "string") ? Object.fromEntries(fields) : null
}
