import { createHmac } from "node:crypto"
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import MessageWebhookService from "./service"

const received: { headers: IncomingHttpHeaders; body: string }[] = []
let status = 202
const server = createServer((req, res) => {
  let body = ""
  req.on("data", (chunk) => (body += chunk))
  req.on("end", () => {
    received.push({ headers: req.headers, body })
    res.writeHead(status, { "x-message-id": "gw-1" }).end()
  })
})
let url = ""
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`
})
afterAll(() => void server.close())

const message = { to: "+84912345678", channel: "sms", template: "login-code", content: { text: "123456 là mã" } } as const

test("the gateway gets the text, signed over the raw body", async () => {
  status = 202
  const sent = await new MessageWebhookService({}, { url, secret: "s3cret" }).send(message as never)
  expect(sent.id).toBe("gw-1")
  const { headers, body } = received.at(-1)!
  expect(JSON.parse(body)).toEqual({ to: "+84912345678", channel: "sms", template: "login-code", text: "123456 là mã" })
  const [, t, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["x-cho-phien-signature"]))!
  expect(signature).toBe(createHmac("sha256", "s3cret").update(`${t}.${body}`).digest("hex"))
  expect(Math.abs(Number(t) - Date.now() / 1000)).toBeLessThan(60)
})

test("a gateway that refuses is an error", async () => {
  status = 500
  await expect(new MessageWebhookService({}, { url, secret: "s3cret" }).send(message as never)).rejects.toThrow("500")
})

test("a gateway without address or secret is refused at start", () => {
  expect(() => MessageWebhookService.validateOptions({ url: "nowhere", secret: "x" })).toThrow("MESSAGE_WEBHOOK_URL")
  expect(() => MessageWebhookService.validateOptions({ url })).toThrow("MESSAGE_WEBHOOK_SECRET")
})

test("a message with a key says so, so that the gateway can tell it from another", async () => {
  status = 202
  await new MessageWebhookService({}, { url, secret: "s3cret" }).send({ ...message, idempotency_key: "order-canceled:o1" } as never)
  expect(JSON.parse(received.at(-1)!.body)).toMatchObject({ key: "order-canceled:o1" })
})
