import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test, vi } from "vitest"
import { IPN_ANSWER } from "../../../modules/cashless-payment/rules/vnpay-outcome"
import { answerAheadOfExpress } from "./ahead-of-express"

const open: Server[] = []
afterEach(() => open.splice(0).forEach((server) => server.close()))

/** A server as Medusa makes one: the application first, behind it who counts open requests. */
async function medusaServer() {
  const takeVnpayIpn = vi.fn(async () => IPN_ANSWER.confirmed)
  const desk = { payments: { takeVnpayIpn }, logger: { warn: vi.fn(), error: vi.fn() } }
  const seen = { express: [] as string[], counted: 0 }
  const server = createServer((req, res) => {
    seen.express.push(`${req.method} ${req.url}`)
    answerAheadOfExpress(req.socket, desk)
    res.end("express")
  })
  server.on("request", () => (seen.counted += 1))
  open.push(server.listen(0))
  await new Promise((resolve) => server.once("listening", resolve))
  const call = (path: string, method = "GET") => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method })
  return { call, seen, takeVnpayIpn, server }
}

test("from the second notice on Express is not asked; the query goes in as it came, and who counts requests still counts", async () => {
  const { call, seen, takeVnpayIpn } = await medusaServer()
  expect(await (await call("/hooks/vnpay/ipn?first=1")).text()).toBe("express")
  const answer = await call("/hooks/vnpay/ipn?vnp_A=1&vnp_A=2%20x+y")
  expect(await answer.json()).toEqual(IPN_ANSWER.confirmed)
  expect(Object.fromEntries(answer.headers)).toMatchObject({ "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
  expect(takeVnpayIpn.mock.calls).toEqual([["vnp_A=1&vnp_A=2%20x+y"]])
  expect(seen).toEqual({ express: ["GET /hooks/vnpay/ipn?first=1"], counted: 2 })
})

test("a notice without a query is one too; everything else is Express's, once", async () => {
  const { call, seen, takeVnpayIpn } = await medusaServer()
  await call("/hooks/vnpay/ipn")
  await call("/hooks/vnpay/ipn")
  expect(takeVnpayIpn.mock.calls).toEqual([[""]])
  seen.express.length = 0
  for (const [path, method] of [["/hooks/vnpay/ipn?a=1", "POST"], ["/hooks/vnpay/ipn/more"], ["/hooks/vnpay/ipns?a=1"], ["/store/products?x=/hooks/vnpay/ipn"]] as const) expect(await (await call(path, method)).text()).toBe("express")
  expect(seen.express).toHaveLength(4)
  expect(takeVnpayIpn).toHaveBeenCalledTimes(1)
})

test("a fault is told to VNPay as one, and the server lives on", async () => {
  const { call, takeVnpayIpn } = await medusaServer()
  await call("/hooks/vnpay/ipn")
  takeVnpayIpn.mockRejectedValueOnce(new Error("connect ECONNREFUSED 10.0.0.1:5432"))
  expect(await (await call("/hooks/vnpay/ipn?a=1")).json()).toEqual(IPN_ANSWER.unknownError)
  expect(await (await call("/hooks/vnpay/ipn?a=1")).json()).toEqual(IPN_ANSWER.confirmed)
})

test("the way is opened once, however often Express still gets an address of its own for the route", async () => {
  const { call, server } = await medusaServer()
  await call("/hooks/vnpay/ipn/")
  const [first] = server.listeners("request")
  for (let round = 0; round < 3; round += 1) await call("/hooks/vnpay/ipn/")
  expect(server.listeners("request")[0]).toBe(first)
})
