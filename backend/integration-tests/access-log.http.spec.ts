import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { newListing, readyCart, store, type Placed } from "./support/checkout"
import { readRun } from "./support/people"
import { atGateway, comeBack, startVnpay } from "./support/vnpay"

// What opens a page or proves a word must not be found in the house's log files by whoever reads them.

const run = readRun()
const listing = await newListing(run, 20)

const logs = join(dirname(process.env.TEST_RUN_JSON ?? ""), "logs")
/** Of several servers each has a log of its own: backend.log, backend-2.log. */
const log = (name: "backend" | "storefront") => readdirSync(logs).filter((file) => new RegExp(`^${name}(-\\d+)?\\.log$`).test(file)).map((file) => readFileSync(join(logs, file), "utf8")).join("")

/** The log once it has the line of a request that was just made: it is written after the answer. */
async function logWith(line: string): Promise<string> {
  for (let tries = 0; tries < 40; tries += 1) {
    if (log("backend").includes(line)) return log("backend")
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`No line of the access log has ${line}`)
}

test.each([
  ["an order's key", "/store/order-groups/MARK?access_token=SECRET"],
  ["an order's key, written otherwise", "/store/order-groups/MARK?Access%5FToken=SECRET"],
  ["a client secret", "/v1/payment_intents/MARK?client_secret=SECRET"],
  ["the key of the page of a QR", "/payment-instructions/MARK/SECRET"],
  ["the picture of a QR", "/payment-instructions/MARK/SECRET/qr.png"],
  ["the address of a shop's aggregator", "/hooks/sepay/SECRET?x=MARK"],
  ["a signature of VNPay's", "/store/vnpay-return?vnp_TxnRef=MARK&vnp_SecureHash=SECRET"],
  ["a way back with a key in it", "/store/vnpay-return?x=MARK&next=%2Fdon-hang%2Fogr_1%3Fk%3DSECRET"],
  ["a new password's token", "/app/reset-password?email=MARK&token=SECRET"],
])("%s is not written down", async (_what, address) => {
  const [mark, secret] = [randomBytes(8).toString("hex"), randomBytes(16).toString("hex")]
  await fetch(run.backend + address.replace("MARK", mark).replace("SECRET", secret), { headers: { "x-publishable-api-key": run.publishable_key } })
  const written = await logWith(mark)
  expect(written).not.toContain(secret)
  expect(written.split("\n").find((line) => line.includes(mark))).toContain("redacted")
})

test("nor in the address a request came from", async () => {
  const [mark, secret] = [randomBytes(8).toString("hex"), randomBytes(16).toString("hex")]
  await fetch(`${run.backend}/health/ready?x=${mark}`, { headers: { referer: `https://cho.example.vn/vi/don-hang/ogr_1?k=${secret}` } })
  expect(await logWith(mark)).not.toContain(secret)
})

test("nor a notice of VNPay's, whether Express has it or the server answers before", async () => {
  const [mark, secret] = [randomBytes(8).toString("hex"), randomBytes(16).toString("hex")]
  for (const address of ["/hooks/vnpay/ipn", "/hooks/vnpay/ipn/", "/hooks/vnpay/ipn"]) {
    const answer = await fetch(`${run.backend}${address}?vnp_TxnRef=${mark}&vnp_SecureHash=${secret}`)
    expect(await answer.json()).toMatchObject({ RspCode: "97" })
  }
  expect(await logWith(mark)).not.toContain(secret)
})

test("a whole purchase leaves none of its keys in the logs, and its page opens with the key in a header", async () => {
  const cart = await readyCart(run, [{ listing, quantity: 1 }])
  const { body } = await store<{ order_group: Placed }>(run, `/carts/${cart}/place`, { rail: "vnpay" })
  const { id, access_token } = body.order_group
  const attempt = await startVnpay(run, body.order_group)
  const back = await atGateway(run, attempt, "success")
  await comeBack(run, back)
  expect((await store(run, `/order-groups/${id}`, undefined, { "x-order-key": access_token })).status).toBe(200)
  expect((await store(run, `/order-groups/${id}`, undefined, { "x-order-key": `${access_token}x` })).status).toBe(404)
  expect((await fetch(`${run.shop}/don-hang/${id}?k=${access_token}`)).status).toBe(200)
  const mark = randomBytes(8).toString("hex")
  await fetch(`${run.backend}/health/ready?x=${mark}`)
  const written = (await logWith(mark)) + log("storefront")
  expect(written).toContain(`/store/order-groups/${id}`)
  for (const secret of [access_token, cart, new URLSearchParams(back).get("vnp_SecureHash")!, new URLSearchParams(attempt.query).get("vnp_SecureHash")!]) expect(written).not.toContain(secret)
})
