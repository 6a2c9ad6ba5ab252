import { validated } from "@cho-phien/administrative-units"
import { answerCertificates, CertificatesQuery } from "../../../http/quality-certificates"

/** Papers about quality of all shops. */
export const GET = validated({ query: CertificatesQuery }, (req, res, { query }) => answerCertificates(req, res, {}, query))
