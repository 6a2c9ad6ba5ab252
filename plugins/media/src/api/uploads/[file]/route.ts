import { once } from "node:events"
import path from "node:path"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { IFileModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { answerRefusal } from "../../answer-refusal"

const imageTypes: Record<string, string> = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
}

/**
 * GET /uploads/<file>: what the operator uploaded through Medusa Admin, while files lie in a
 * local directory (on S3 they have addresses of their own). Private files, such as order
 * exports, go to the operator alone; nothing but pictures is ever shown inline.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { file } = req.params
  // One name in one directory: "x/../private-…", its slashes written %2F, would be private without looking like it.
  if (!file || !/^\w[^/\\]*$/.test(file) || process.env.S3_BUCKET) return answerRefusal(req, res, "media.not_found")
  const isPrivate = file.startsWith("private-")
  if (isPrivate && req.auth_context?.actor_type !== "user") return answerRefusal(req, res, "media.not_found")

  const type = imageTypes[path.extname(file).toLowerCase()]
  try {
    const stream = await req.scope.resolve<IFileModuleService>(Modules.FILE).getDownloadStream(file)
    // A file that is not there fails here: within pipeline it would take the answer's connection down with it.
    await once(stream, "readable")
    res.set({
      "Cache-Control": isPrivate ? "private, no-store" : "public, max-age=86400",
      "Content-Type": type ?? "application/octet-stream",
      "Content-Disposition": type ? "inline" : "attachment",
      "X-Content-Type-Options": "nosniff",
    })
    await pipeline(stream, res)
  } catch {
    // Unknown names, directories and attempts to leave the directory all look the same from outside.
    if (res.headersSent) return void res.destroy()
    answerRefusal(req, res, "media.not_found")
  }
}
