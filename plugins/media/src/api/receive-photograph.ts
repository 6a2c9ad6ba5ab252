import { tmpdir } from "node:os"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer from "multer"
import { maxUploadBytes } from "../modules/media/errors"
import { answerRefusal } from "./answer-refusal"

// To disk, not memory: fifty farmers uploading at once must not cost 750 MB. The limit
// cuts the stream as soon as it is passed, and multer removes the part already written.
const upload = multer({
  dest: tmpdir(),
  limits: { fileSize: maxUploadBytes, files: 1, fields: 4, fieldSize: 2000, parts: 6 },
}).single("file")

/** Receives the multipart field `file` into a temporary file, which the route must remove. */
export function receivePhotograph(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  upload(req, res, (error: unknown) => {
    if (!error) return next()
    const tooLarge = error instanceof multer.MulterError && error.code === "LIMIT_FILE_SIZE"
    answerRefusal(req, res, tooLarge ? "media.too_large" : "media.unreadable")
  })
}

/** The temporary file multer wrote for this request, if any. */
export function receivedFile(req: MedusaRequest): { path: string; originalname: string } | null {
  return (req as MedusaRequest & { file?: { path: string; originalname: string } }).file ?? null
}
