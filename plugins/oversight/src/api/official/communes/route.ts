import { validated } from "@cho-phien/administrative-units"
import type { MedusaResponse } from "@medusajs/framework/http"
import { communesInScope } from "../../register-actor"
import type { OfficialRequest } from "../../require-official"

/** The communes the official answers for, with the old communes in each; none for the ministry, which asks by code. */
export const GET = validated({}, async (req: OfficialRequest, res: MedusaResponse) => {
  res.json({ communes: await communesInScope(req) })
})
