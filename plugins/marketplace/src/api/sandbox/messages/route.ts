import { randomBytes } from "node:crypto"
import { parseInput, readerLanguage, sendError } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { normalisePhone } from "../../../modules/phone-login/rules/normalise-phone"
import { renderMessages, type SandboxMessage } from "./render-messages"

const Query = z.object({ to: z.string().max(120).optional() })
const MESSAGES_SHOWN = 50

/** GET /sandbox/messages?to= : the inbox of the sandbox, as a page or, with `Accept: application/json`, as {messages}. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  if (process.env.SANDBOX !== "true") {
    const vi = readerLanguage(req) === "vi"
    res.status(404).json({ type: "not_found", code: "sandbox.off", message: vi ? "Không có trang này." : "There is no such page." })
    return
  }
  try {
    const { to } = parseInput(Query, req.query)
    const messages = await listMessages(req, to?.trim() || undefined)
    res.setHeader("Cache-Control", "no-store")
    res.vary("Accept")
    if (req.accepts(["html", "json"]) === "json") res.json({ messages })
    else sendPage(res, (nonce) => renderMessages(messages, to, nonce))
  } catch (error) {
    sendError(req, res, error)
  }
}

function sendPage(res: MedusaResponse, render: (nonce: string) => string): void {
  const nonce = randomBytes(16).toString("base64")
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'; base-uri 'none'`
  res.type("html").setHeader("Content-Security-Policy", policy)
  res.send(render(nonce))
}

async function listMessages(req: MedusaRequest, to: string | undefined): Promise<SandboxMessage[]> {
  const notifications = await req.scope.resolve(Modules.NOTIFICATION).listNotifications(
    { channel: ["sms", "zalo", "email"], ...(to && { to: normalisePhone(to) ?? to }) },
    { order: { created_at: "DESC" }, take: MESSAGES_SHOWN },
  )
  return notifications.map(({ id, to, channel, data, created_at }) => ({
    id,
    to,
    channel,
    text: String(data?.text ?? ""),
    ...(data?.code !== undefined && { code: String(data.code) }),
    created_at: new Date(created_at).toISOString(),
  }))
}
