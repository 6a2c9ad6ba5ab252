import { beforeAll, describe, expect, test } from "vitest"
import { fetchGroup, newListing, placed, readyCart, transfer, untilGroup, type Placed, type TestListing } from "./support/checkout"
import { readRun, type Run } from "./support/people"

let run: Run
let listing: TestListing

beforeAll(async () => {
  run = readRun()
  listing = await newListing(run, 30)
})

const newOrder = async () => placed(run, await readyCart(run, [{ listing, quantity: 1 }]))

/** An open page: what its stream has said so far. */
async function openStream({ id, access_token }: Placed, server = run.backend) {
  const controller = new AbortController()
  const response = await fetch(`${server}/store/order-groups/${id}/events?access_token=${access_token}`, {
    headers: { "x-publishable-api-key": run.publishable_key, accept: "text/event-stream" },
    signal: controller.signal,
  })
  let said = ""
  const reading = (async () => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) said += part.value
  })().catch(() => undefined)
  const events = () => [...said.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name)
  const until = async (name: string, times = 1) => {
    const deadline = Date.now() + 15_000
    while (events().filter((event) => event === name).length < times) {
      if (Date.now() > deadline) throw new Error(`No "${name}" in ${JSON.stringify(said)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { status: response.status, type: response.headers.get("content-type"), cache: response.headers.get("cache-control"), events, until, close: () => (controller.abort(), reading), text: () => said }
}

/** Longer than the watch needs between two readings. */
const aBeat = () => new Promise((resolve) => setTimeout(resolve, 2_100))

describe("the stream of an order page", () => {
  test("says that it is there, and that something changed when the money came; never what", async () => {
    const group = await newOrder()
    const stream = await openStream(group)
    expect(stream).toMatchObject({ status: 200, type: "text/event-stream; charset=utf-8", cache: expect.stringContaining("no-store") })
    await stream.until("ready")
    expect(stream.events()).toEqual(["ready"])

    const { orders } = await fetchGroup(run, group)
    await transfer(run, { payload: orders[0]!.payment.vietqr!.payload })
    await stream.until("changed")
    await untilGroup(run, group, (view) => view.orders[0]?.state === "paid")
    expect(stream.text()).not.toMatch(/vnd|paid|912/)
    await stream.close()
  })

  test("readers who left before it began keep no place", async () => {
    const group = await newOrder()
    const leave = async (afterMilliseconds: number) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), afterMilliseconds)
      const url = `${run.backend}/store/order-groups/${group.id}/events?access_token=${group.access_token}`
      await fetch(url, { headers: { "x-publishable-api-key": run.publishable_key }, signal: controller.signal }).catch(() => undefined)
    }
    // More than may look at one order at once, most of them gone while the server looks the order up.
    for (let round = 0; round < 60; round += 1) await leave(5 + (round % 12))
    // Those that are still being looked up hold theirs a little longer; one that leaks is held for ten minutes.
    await expect.poll(async () => {
      const stream = await openStream(group)
      await stream.close()
      return stream.status
    }, { timeout: 30_000 }).toBe(200)
  })

  test("a part of the money is news too", async () => {
    const group = await newOrder()
    const stream = await openStream(group)
    await stream.until("ready")
    const { orders } = await fetchGroup(run, group)
    await transfer(run, { payload: orders[0]!.payment.vietqr!.payload, amount_vnd: 1_000 })
    await stream.until("changed")
    await stream.close()
  })

  test("another order's money is not told", async () => {
    const [mine, other] = [await newOrder(), await newOrder()]
    const stream = await openStream(mine)
    await stream.until("ready")
    const { orders } = await fetchGroup(run, other)
    await transfer(run, { payload: orders[0]!.payment.vietqr!.payload })
    await untilGroup(run, other, (view) => view.orders[0]?.state === "paid")
    await aBeat()
    expect(stream.events()).toEqual(["ready"])
    await stream.close()
  })

  test("nobody without the key hears anything", async () => {
    const group = await newOrder()
    for (const access_token of ["", "wrong", `${group.access_token}x`]) {
      const stream = await openStream({ ...group, access_token })
      expect(stream.status).toBe(404)
      await stream.close()
    }
    expect((await openStream({ id: "ogr_none", access_token: group.access_token })).status).toBe(404)
  })

  test("one order is not watched by more than twenty pages of a server; a closed page makes room", async () => {
    const group = await newOrder()
    const server = run.servers?.[0]
    const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(group, server)))
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect((await openStream(group, server)).status).toBe(429)
    await Promise.all(streams.slice(0, 2).map((stream) => stream.close()))
    await expect.poll(async () => {
      const again = await openStream(group, server)
      await again.close()
      return again.status
    }, { timeout: 90_000 }).toBe(200)
    await Promise.all(streams.map((stream) => stream.close()))
  })
})
