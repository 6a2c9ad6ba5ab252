import { validated } from "@cho-phien/administrative-units"
import { answerKinds } from "../../../http/quality-certificates"

/** The kinds of quality papers, how their numbers are written and what each must say. */
export const GET = validated({}, async (_req, res) => answerKinds(res))
