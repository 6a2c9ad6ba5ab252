import { validated } from "@cho-phien/administrative-units"
import { answerRegister, RegisterExportQuery } from "../../../../http/official-lists"

/** The register of the whole country as a file. */
export const GET = validated({ query: RegisterExportQuery }, (req, res, { query }) => answerRegister(req, res, null, query.profile, "xlsx"))
