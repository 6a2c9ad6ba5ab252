import { OCOP_MODULE, unknownRegisterProduct, type OcopModuleService, type RegisterActor } from "@cho-phien/ocop"
import { oversightErrors } from "../modules/oversight/errors"
import { mayView } from "../modules/oversight/rules/scope"
import { officialOf, type OfficialRequest } from "./require-official"

/** The official as somebody who acts on the register: in their own province alone, at the level of their office. */
export function deskActorOf(req: OfficialRequest): RegisterActor {
  const { id, name, role, unit_code, illustrative } = officialOf(req)
  // Who is appointed to a council has no desk here; an official whose unit is not named may act nowhere, not everywhere.
  if (role === "consultant" || role === "council" || (role !== "ministry" && !unit_code)) throw oversightErrors.outOfScope()
  return { type: "official", id, name, province_code: role === "province" ? unit_code : null, level: role, illustrative }
}

/**
 * Lets an official reach a product of the register in their area and none beyond it. A commune's official is held to
 * the commune here, for the province of a commune is not in its code.
 * @throws ApiError 403 `oversight.out_of_scope`, also for what does not exist; 404 for the ministry
 */
export async function requireProductInScope(req: OfficialRequest, id: string): Promise<void> {
  const viewer = officialOf(req)
  const [product] = await req.scope.resolve<OcopModuleService>(OCOP_MODULE).listOcopProducts({ id }, { select: ["id", "commune_code", "province_code"] })
  const inScope = product ? mayView(viewer, product.commune_code ?? product.province_code, product.commune_code ? product.province_code : null) : viewer.role === "ministry"
  if (!inScope) throw oversightErrors.outOfScope()
  if (!product) throw unknownRegisterProduct()
}
