import { validated } from "@cho-phien/administrative-units"
import { answerTemplate } from "../../../../../http/official-lists"

/** The empty list to fill in. */
export const GET = validated({}, async (_req, res) => answerTemplate(res))
