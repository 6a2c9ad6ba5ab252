import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { drawLabel, type LabelDrawing } from "../../../labels/label-drawing"
import { unknownCertificate } from "../../../modules/ocop/errors"
import { readCertificateCode } from "../../../modules/ocop/rules/certificate-code"
import { signedLabel } from "../../../queries/certificate-statement"
import { fetchCertificate, type Certificate } from "../../../queries/fetch-certificate"

export const CodeParams = z.object({ code: z.string().max(64) })

/** @throws ApiError 404 `ocop.unknown_certificate` */
export async function certificateOf(req: MedusaRequest, written: string): Promise<Certificate> {
  const code = readCertificateCode(written)
  const certificate = code && (await fetchCertificate(req.scope, code))
  if (!certificate) throw unknownCertificate()
  return certificate
}

/** @throws ApiError 404 for an unknown code, 409 for a certificate that does not hold */
export async function labelOf(req: MedusaRequest, written: string): Promise<{ code: string; drawing: LabelDrawing }> {
  const { statement, address } = signedLabel(await certificateOf(req, written))
  return { code: statement.code, drawing: drawLabel(statement, address) }
}

/** A label is only as good as the register is today: no cache keeps it. */
export function sendFile(res: MedusaResponse, type: string, name: string, content: string | Buffer): void {
  res.setHeader("Content-Type", type)
  res.setHeader("Content-Disposition", `inline; filename="${name}"`)
  res.setHeader("Cache-Control", "no-store")
  res.send(content)
}
