import { type ChildProcess, spawn } from "node:child_process"
import { createServer, request, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { storefrontDir, storefrontStart } from "../../../scripts/lib/paths.mjs"
import { freePort } from "../../../scripts/lib/ports.mjs"
import type { Run } from "./stack"

export type OwnShop = { url: string; /** The backend no longer answers. */ cutOff: () => Promise<void>; /** It answers again. */ connect: () => Promise<void>; close: () => Promise<void> }

/** A second storefront of the same build, whose way to the backend can be cut: the house of the other specs notices nothing. Without `sandbox` its pages are drawn as where the money is real. */
export async function openOwnShop(run: Run, { sandbox = true } = {}): Promise<OwnShop> {
  const way = wayTo(run.backend)
  const backend = await listen(way, 0)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [storefrontStart, "-p", String(port)], {
    cwd: storefrontDir,
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BACKEND_URL: `http://127.0.0.1:${backend}`, STOREFRONT_URL: url, STOREFRONT_PORT: String(port), PUBLISHABLE_KEY: run.publishable_key, SANDBOX: String(sandbox) },
  })
  await untilAnswers(url, child)
  return {
    url,
    cutOff: () => stop(way),
    connect: async () => void (await listen(way, backend)),
    close: async () => {
      child.kill()
      await stop(way).catch(() => undefined)
    },
  }
}

function wayTo(backend: string): Server {
  return createServer((req, res) => {
    const onward = request(new URL(req.url ?? "/", backend), { method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.on("error", () => res.destroy())
    res.on("close", () => onward.destroy())
    req.pipe(onward)
  })
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port))
  })

const stop = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The second storefront ended with ${child.exitCode}.`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error("The second storefront never answered.")
}
