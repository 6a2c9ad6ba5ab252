import { once } from "node:events"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { IFileModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { storedRenditions } from "../../../../media-asset"
import { MEDIA_MODULE } from "../../../../modules/media"
import type { MediaModuleService } from "../../../../modules/media/service"
import { answerRefusal } from "../../../answer-refusal"

/**
 * GET /media/<id>/<width>.<format>: one rendition. The request only ever selects a row;
 * the name of the stored file comes from that row, so no path can be made up.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { id, file } = req.params
  const media = req.scope.resolve<MediaModuleService>(MEDIA_MODULE)
  const asked = /^(\d{1,4})\.(avif|webp)$/.exec(file ?? "")
  const [row] = asked && /^media_\w{1,40}$/.test(id ?? "") ? await media.listMediaAssets({ id }, { take: 1 }) : []
  const rendition = row && storedRenditions(row).find(({ width, format }) => `${width}.${format}` === file)
  if (!rendition) return answerRefusal(req, res, "media.not_found")

  // The bytes behind an address never change, so a client that has them need not ask again.
  const etag = `"${rendition.file_key}"`
  res.set({ "Cache-Control": "public, max-age=31536000, immutable", ETag: etag, "X-Content-Type-Options": "nosniff" })
  if (req.headers["if-none-match"] === etag) return void res.status(304).end()

  const files = req.scope.resolve<IFileModuleService>(Modules.FILE)
  const stream = await files.getDownloadStream(rendition.file_key)
  try {
    // A file that is not there fails here: within pipeline it would take the answer's connection down with it.
    await once(stream, "readable")
    res.set({ "Content-Type": `image/${rendition.format}`, "Content-Length": String(rendition.bytes) })
    await pipeline(stream, res)
  } catch (error) {
    // Once bytes are out there is nobody left to tell; before that, the file is missing from the store.
    if (res.headersSent) return void res.destroy()
    res.set("Cache-Control", "no-store")
    const { code, name } = error as { code?: string; name?: string }
    if (code !== "ENOENT" && name !== "NoSuchKey") throw error
    answerRefusal(req, res, "media.not_found")
  }
}
