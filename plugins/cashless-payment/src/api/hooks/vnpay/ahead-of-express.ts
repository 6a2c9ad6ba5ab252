import { Server, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http"
import type { Socket } from "node:net"
import { answerNotice, type NoticeDesk } from "./answer-notice"

const ADDRESS = "/hooks/vnpay/ipn"
const opened = new WeakSet<Server>()

/**
 * From now on this server answers VNPay's notices before Express has them. Cookies, session, access log and the walk
 * past nine hundred routes were half of what a notice cost, and the session's wrapper of `res.end` kept every request
 * alive until a major collection (V8 allocates functions that are assigned to a property in the old generation), which
 * stood still for a quarter of a second every fifteen (docs/benchmarks.md, `ipn`). Without a server to be found nothing
 * changes: the route answers.
 */
export function answerAheadOfExpress(socket: Socket, desk: NoticeDesk): void {
  // Node keeps the server on each socket that it accepted.
  const { server } = socket as Socket & { server?: unknown }
  if (!(server instanceof Server) || opened.has(server)) return
  const [express] = server.listeners("request") as RequestListener[]
  if (!express) return
  opened.add(server)
  server.removeListener("request", express)
  // First again: the listeners behind it count the open requests, for an orderly end.
  server.prependListener("request", (req, res) => (isNotice(req) ? void answer(desk, req, res) : express.call(server, req, res)))
}

function isNotice({ method, url = "" }: IncomingMessage): boolean {
  return method === "GET" && (url === ADDRESS || url.startsWith(`${ADDRESS}?`))
}

async function answer(desk: NoticeDesk, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { status, answer } = await answerNotice(desk, { query: (req.url ?? "").slice(ADDRESS.length + 1), address: req.socket.remoteAddress })
  const body = JSON.stringify(answer)
  res.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Content-Length": Buffer.byteLength(body), "Cache-Control": "no-store" })
  res.end(body)
}
