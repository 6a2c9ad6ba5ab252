import { rm } from "node:fs/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { readMediaReason } from "../../../modules/media/errors"
import { ingestPhotographWorkflow } from "../../../workflows/ingest-photograph"
import { answerRefusal } from "../../answer-refusal"
import { receivedFile } from "../../receive-photograph"

const Alt = z.string().trim().min(1).max(300).optional().catch(undefined)

/** POST /seller/media: one photograph in the multipart field `file`, optionally its description in `alt`. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const file = receivedFile(req)
  if (!file) return answerRefusal(req, res, "media.missing")
  try {
    const { app_metadata, actor_id } = req.auth_context
    const { alt } = (req.body ?? {}) as { alt?: unknown }
    const { result } = await ingestPhotographWorkflow(req.scope).run({
      input: {
        path: file.path,
        filename: file.originalname,
        // The shop when the seller's door has resolved it, else the person: photographs belong to the shop.
        owner_id: typeof app_metadata?.seller_id === "string" ? app_metadata.seller_id : actor_id,
        alt: Alt.parse(alt),
      },
    })
    res.status(201).json({ media: result })
  } catch (error) {
    const reason = readMediaReason(error)
    if (!reason) throw error
    answerRefusal(req, res, reason)
  } finally {
    await rm(file.path, { force: true })
  }
}
