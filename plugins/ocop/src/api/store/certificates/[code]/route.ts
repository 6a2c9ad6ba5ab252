import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { unknownCertificate } from "../../../../modules/ocop/errors"
import { readCertificateCode } from "../../../../modules/ocop/rules/certificate-code"
import { fetchCertificate } from "../../../../queries/fetch-certificate"

const Params = z.object({ code: z.string().max(64) })

/** Checks a certificate by the code on the label, written as people write it. */
export const GET = validated({ params: Params }, async (req, res, { params }) => {
  const code = readCertificateCode(params.code)
  const certificate = code && (await fetchCertificate(req.scope, code))
  if (!certificate) throw unknownCertificate()
  res.json({ certificate })
})
