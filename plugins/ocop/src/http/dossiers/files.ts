import { createHash } from "node:crypto"
import { once } from "node:events"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { DOSSIER_DOCUMENTS } from "../../documents/dossier-documents"
import type { DocumentFile } from "../../documents/dossier-facts"
import { criterionUnknown, fileNotAccepted, fileTooLarge, noSuchDocument, officialKindRefused, unknownAttachment } from "../../modules/dossier/errors"
import { ATTACHMENT_LIMITS, safeFilename, sniffAttachment } from "../../modules/dossier/rules/sniff-attachment"
import type { DossierActor } from "../../modules/dossier/rules/roles-on-dossier"
import type { AttachmentRow } from "../../modules/dossier/rows"
import { documentsOf } from "../../queries/dossier-documents"
import { dossierFacts } from "../../queries/dossier-facts"
import { loadDossierLaw } from "../../queries/dossier-law"
import { presentAttachment } from "../../queries/present-dossier"
import { dossierStore } from "../../queries/present-ratings"
import { receiveBody } from "../receive-body"
import { noStore } from "./answers"
import type { AttachQuery } from "./validators"

/** Who may attach is asked before the bytes are read, and again under the lock when the row is written. */
export async function answerAttach(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, query: z.output<typeof AttachQuery>): Promise<void> {
  const store = dossierStore(req.scope)
  const role = await store.assertMayAttach(id, actor)
  if (role === "producer" && query.kind === "official") throw officialKindRefused()
  const bytes = await receiveBody(req, ATTACHMENT_LIMITS.fileBytes, fileTooLarge)
  const type = sniffAttachment(bytes)
  if (!type) throw fileNotAccepted()
  if (query.criterion !== undefined) {
    const { criteria } = await loadDossierLaw(req.scope, (await store.view(id, actor)).dossier)
    if (!criteria.some(({ no }) => no === query.criterion)) throw criterionUnknown()
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const files = req.scope.resolve(Modules.FILE)
  // Named by us: what the person called it is a column, never a path.
  const file = await files.createFiles({ filename: `dossier-${sha256.slice(0, 24)}.${type.extension}`, mimeType: type.content_type, content: bytes.toString("base64"), access: "private" })
  try {
    const row = await store.addAttachment(id, actor, {
      file_key: file.id,
      filename: safeFilename(query.filename, type.extension),
      content_type: type.content_type,
      bytes: bytes.length,
      sha256,
      kind: query.kind,
      criterion: query.criterion ?? null,
      note: query.note || null,
    })
    res.status(201).json({ attachment: presentAttachment(row, actor) })
  } catch (error) {
    await files.deleteFiles([file.id])
    throw error
  }
}

export async function answerDetach(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, attachmentId: string): Promise<void> {
  const { removed, file_key } = await dossierStore(req.scope).removeAttachment(id, attachmentId, actor)
  if (removed === "deleted") await req.scope.resolve(Modules.FILE).deleteFiles([file_key])
  res.json({ attachment: { id: attachmentId, removed } })
}

/** Always a download, never shown in the house's own pages' place. */
export async function answerDownload(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, attachmentId: string): Promise<void> {
  const store = dossierStore(req.scope)
  await store.view(id, actor)
  const [row] = (await store.listDossierAttachments({ id: attachmentId, dossier_id: id })) as unknown as AttachmentRow[]
  if (!row || (actor.type === "producer" && !["producer", "commune"].includes(row.added_role))) throw unknownAttachment()
  const stream = await req.scope.resolve(Modules.FILE).getDownloadStream(row.file_key)
  try {
    // A local file that is gone fails on the first read, before anything was sent.
    sendHeaders(res, row.filename, row.content_type)
    // A file that is not there fails here: within pipeline it would take the answer's connection down with it.
    await once(stream, "readable")
    await pipeline(stream, res)
  } catch (error) {
    if (res.headersSent) return void res.destroy()
    for (const header of ["Content-Disposition", "Content-Type"]) res.removeHeader(header)
    const { code, name } = error as { code?: string; name?: string }
    throw code === "ENOENT" || name === "NoSuchKey" ? unknownAttachment() : error
  }
}

export async function answerDocument(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, file: string, level?: "province" | "ministry"): Promise<void> {
  const viewed = await dossierStore(req.scope).view(id, actor)
  if (!documentsOf(viewed, actor).some((known) => known === file)) throw noSuchDocument()
  const facts = await dossierFacts(req.scope, viewed, level)
  if (level !== undefined && facts.rating === null) throw noSuchDocument()
  // Of two councils the one asked for may have come to less than three stars: there is nothing to decide by it.
  if (file === "du-thao-quyet-dinh.docx" && (facts.rating?.star ?? 0) < 3) throw noSuchDocument()
  const bytes = await DOSSIER_DOCUMENTS[file as DocumentFile](facts)
  sendHeaders(res, file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  res.send(Buffer.from(bytes))
}

/** The name twice: plain for old programs, and in full (RFC 6266, RFC 8187). */
function sendHeaders(res: MedusaResponse, filename: string, contentType: string): void {
  const plain = filename.normalize("NFD").replace(/đ/g, "d").replace(/Đ/g, "D").replace(/[^\x20-\x7e]|["\\%]/g, "")
  const full = encodeURIComponent(filename).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  noStore(res)
  res.setHeader("Content-Type", contentType)
  res.setHeader("Content-Disposition", `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
  res.setHeader("X-Content-Type-Options", "nosniff")
}
