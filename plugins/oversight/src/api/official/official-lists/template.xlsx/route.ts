import { validated } from "@cho-phien/administrative-units"
import { officialLists } from "@cho-phien/ocop"
import type { MedusaResponse } from "@medusajs/framework/http"
import { listActorOf } from "../../../list-actor"
import type { OfficialRequest } from "../../../require-official"

/** The empty list to fill in. */
export const GET = validated({}, async (req: OfficialRequest, res: MedusaResponse) => {
  listActorOf(req)
  officialLists.answerTemplate(res)
})
