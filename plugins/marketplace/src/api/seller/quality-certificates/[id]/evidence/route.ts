import { validated } from "@cho-phien/administrative-units"
import { qualityCertificates } from "@cho-phien/geographical-indications"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { actingSellerId } from "../../../../require-active-member"
import { actingMember } from "../../acting-member"

/** The scan of an own paper, as a download. */
export const GET = validated({ params: qualityCertificates.IdParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  await qualityCertificates.requireOwner(req.scope, params.id, actingSellerId(req))
  await qualityCertificates.answerEvidence(req, res, params.id)
})

/** Puts a scan beside an own paper while it waits; the file (PDF, JPEG, PNG, WebP, at most 10 MB) is the body. */
export const POST = validated({ params: qualityCertificates.IdParams }, async (req: AuthenticatedMedusaRequest, res, { params }) => {
  await qualityCertificates.requireOwner(req.scope, params.id, actingSellerId(req))
  const { actor } = await actingMember(req)
  await qualityCertificates.answerPutEvidence(req, res, params.id, actor)
})
