import { validated } from "@cho-phien/administrative-units"
import { answerKinds } from "../../../../http/quality-certificates"

/** The kinds of quality papers by name, for the operator's page. */
export const GET = validated({}, async (_req, res) => answerKinds(res))
