import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { pipedVnpayValues, VNPAY_PIPE_ORDER, vnpayHash, type VnpayParams } from "../../src/modules/cashless-payment/rules/vnpay-signature"

/** `hang up`: the connection ends without an answer. A string is sent as it is. */
export type FakeAnswer = VnpayParams | "hang up" | { raw: string; status?: number; location?: string }

export type FakeVnpay = {
  url: string
  /** Every request that came, in order. */
  asked: VnpayParams[]
  /** What is answered from now on; its fields are completed and signed. */
  answer(reply: (body: VnpayParams) => FakeAnswer | Promise<FakeAnswer>): void
  stop(): Promise<void>
}

/** VNPay's merchant API and genqr on a port of their own, whose answers the test decides one by one. `secretOf` the terminal that asks. */
export async function startFakeVnpay(secretOf: (tmnCode: string) => string): Promise<FakeVnpay> {
  const asked: VnpayParams[] = []
  let reply: (body: VnpayParams) => FakeAnswer | Promise<FakeAnswer> = () => "hang up"
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    // genqr is a signed address, querydr and refund are signed bodies.
    const query = new URL(request.url ?? "/", "http://fake").searchParams
    const body = request.method === "GET" ? Object.fromEntries(query) : (JSON.parse(Buffer.concat(chunks).toString("utf8")) as VnpayParams)
    asked.push(body)
    const answer = await reply(body)
    if (answer === "hang up") return void request.socket.destroy()
    if (isRaw(answer)) {
      response.writeHead(answer.status ?? 200, answer.location ? { location: answer.location } : {})
      return void response.end(answer.raw)
    }
    response.writeHead(200, { "content-type": "application/json" })
    response.end(JSON.stringify(signedAnswer(body, answer, secretOf(body.vnp_TmnCode ?? ""))))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/transaction`,
    asked,
    answer: (next) => void (reply = next),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export function signedAnswer(body: VnpayParams, fields: VnpayParams, secret: string): VnpayParams {
  const values: VnpayParams = {
    vnp_ResponseId: "r1",
    vnp_Command: body.vnp_Command ?? "",
    vnp_ResponseCode: "00",
    vnp_Message: "Success",
    vnp_TmnCode: body.vnp_TmnCode ?? "",
    vnp_TxnRef: body.vnp_TxnRef ?? "",
    ...fields,
  }
  const order = body.vnp_Command === "refund" ? VNPAY_PIPE_ORDER.refundResponse : VNPAY_PIPE_ORDER.querydrResponse
  return { ...values, vnp_SecureHash: vnpayHash(pipedVnpayValues(values, order), secret) }
}

function isRaw(answer: FakeAnswer): answer is { raw: string; status?: number; location?: string } {
  return typeof answer === "object" && "raw" in answer
}
