import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"

export type ReceivedEvent = {
  id: string
  object: string
  type: string
  api_version: string | null
  created: number
  livemode: boolean
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  data: { object: Record<string, unknown> & { id: string; object: string }; previous_attributes?: Record<string, unknown> }
}
export type Received = { body: string; signature: string; headers: IncomingHttpHeaders; event: ReceivedEvent }
type Answer = { status: number; headers?: Record<string, string> }

/** Somebody else's server that takes our webhooks: keeps what came, answers as it is told. */
export class WebhookReceiver {
  readonly received: Received[] = []
  answer: (received: Received, count: number) => Answer | Promise<Answer> = () => ({ status: 200 })
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8")
      const received = { body, signature: String(request.headers["stripe-signature"] ?? ""), headers: request.headers, event: JSON.parse(body || "{}") as ReceivedEvent }
      this.received.push(received)
      void Promise.resolve(this.answer(received, this.received.length)).then(({ status, headers }) => response.writeHead(status, headers).end("ok"))
    })
  })

  async listen(): Promise<this> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks`
  }

  about(subject: string): Received[] {
    return this.received.filter(({ event }) => event.data.object.id === subject || event.data.object.payment_intent === subject)
  }

  typesAbout(subject: string): string[] {
    return this.about(subject).map(({ event }) => event.type)
  }

  /** Each event once and in no order: one that is answered too slowly is sent again, and others may come between. */
  eventsAbout(subject: string): string[] {
    return [...new Map(this.about(subject).map(({ event }) => [event.id, event.type])).values()].sort()
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((done) => this.server.close(() => done()))
  }
}
