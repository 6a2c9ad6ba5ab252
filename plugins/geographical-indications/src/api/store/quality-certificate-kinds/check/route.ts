import { validated } from "@cho-phien/administrative-units"
import { answerNumberCheck, NumberQuery } from "../../../../http/quality-certificates"

/** GET ?kind=gtin&number=…: whether a number can be one of its kind, in both languages. */
export const GET = validated({ query: NumberQuery }, async (_req, res, { query }) => answerNumberCheck(res, query))
