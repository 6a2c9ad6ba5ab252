import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { describeMediaReason, type MediaReason } from "../modules/media/errors"

/** Answers a refusal with its status, code and one sentence in the reader's language. */
export function answerRefusal(req: MedusaRequest, res: MedusaResponse, reason: MediaReason): void {
  const language = req.acceptsLanguages("vi", "en") === "en" ? "en" : "vi"
  const { status, body } = describeMediaReason(reason, language)
  res.status(status).vary("Accept-Language").json(body)
}
