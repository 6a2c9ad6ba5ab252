import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { readCertificateCode } from "../../../../modules/ocop/rules/certificate-code"
import { checkAgainstKeys, judge } from "../../../../queries/certificate-statement"
import { fetchCertificate } from "../../../../queries/fetch-certificate"

const Query = z.object({ s: z.string().max(4_000), code: z.string().max(64).optional() }).strict()

/** Checks the signed statement of a label, and weighs it against the register of today. */
export const GET = validated({ query: Query }, async (req, res, { query }) => {
  const check = checkAgainstKeys(query.s)
  const certificate = check.statement && (await fetchCertificate(req.scope, check.statement.code))
  const askedFor = query.code === undefined ? undefined : (readCertificateCode(query.code) ?? query.code)
  res.json({ verdict: judge(check, certificate, askedFor) })
})
