import { createServer, get, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test } from "vitest"
import type { Told } from "./change-watch"
import { openEventStream } from "./event-stream"

function later<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => (resolve = done))
  return { promise, resolve }
}

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** A server that answers with `handle`, and where it listens. */
async function serve(handle: (res: ServerResponse) => void): Promise<string> {
  const server = createServer((_req, res) => handle(res))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closing.push(() => (server.closeAllConnections(), server.close()))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test("says what it is told until the reader leaves, then stops watching", async () => {
  let tell: (what: Told) => void = () => undefined
  const stopped = later<null>()
  const url = await serve((res) => {
    openEventStream(res, (given) => ((tell = given), () => stopped.resolve(null)))
    tell("ready")
  })
  const heard = later<string>()
  const request = get(url, (response) => {
    let said = ""
    response.on("data", (part) => {
      said += String(part)
      if (said.includes("event: ready")) heard.resolve(said)
    })
    response.on("error", () => undefined)
  })
  expect(await heard.promise).toBe("retry: 3000\n\nevent: ready\ndata: {}\n\n")
  request.destroy()
  await stopped.promise
})

test("a reader who left while its order was looked up is not watched", async () => {
  let watched = 0
  const done = later<boolean>()
  const url = await serve((res) => {
    // The lookup takes until the reader is gone.
    res.on("close", () => setImmediate(() => done.resolve(openEventStream(res, () => ((watched += 1), () => undefined)))))
    setImmediate(() => request.destroy())
  })
  const request = get(url).on("error", () => undefined)
  expect(await done.promise).toBe(true)
  expect(watched).toBe(0)
})

test("without room nothing is written, so that the refusal can be", async () => {
  const url = await serve((res) => {
    if (!openEventStream(res, () => null)) res.writeHead(429).end()
  })
  expect((await fetch(url)).status).toBe(429)
})
