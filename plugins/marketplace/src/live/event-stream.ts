import type { ServerResponse } from "node:http"
import type { Told } from "./change-watch"

const HEARTBEAT_SECONDS = 20
/** EventSource opens a new one by itself; an old one must not outlive a deployment. */
const LIFE_MINUTES = 10

/**
 * Answers with server-sent events (text/event-stream, WHATWG HTML §9.2) for as long as the reader stays. `watch` returns
 * how to stop, or null when there is no room: then nothing has been written and the answer is false.
 */
export function openEventStream(res: ServerResponse, watch: (tell: (what: Told) => void) => (() => void) | null): boolean {
  // A reader who left while its order was looked up has been told "close" already, and is not told again: watched now,
  // it would be watched for ever, and its place be lost to all others.
  if (res.destroyed) return true
  const stop = watch((what) => void res.write(`event: ${what}\ndata: {}\n\n`))
  if (!stop) return false
  const heartbeat = setInterval(() => res.write(":\n\n"), HEARTBEAT_SECONDS * 1_000)
  const life = setTimeout(() => {
    leave()
    res.end()
  }, LIFE_MINUTES * 60_000)
  const leave = () => {
    clearInterval(heartbeat)
    clearTimeout(life)
    stop()
  }
  res.on("close", leave)
  res.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" })
  res.write("retry: 3000\n\n")
  return true
}
