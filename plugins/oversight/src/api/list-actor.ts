import { officialLists, type ListActor } from "@cho-phien/ocop"
import { officialOf, type OfficialRequest } from "./require-official"

/** The official as somebody who may write lists: of a province or of the ministry. @throws ApiError 403 `ocop.commune_may_not_import` */
export function listActorOf(req: OfficialRequest): ListActor {
  const { id, name, role, unit_code, illustrative } = officialOf(req)
  // A province's official whose province is not named may write nowhere, not everywhere.
  if (role !== "ministry" && (role !== "province" || unit_code?.length !== 2)) throw officialLists.communeMayNotImport()
  return { type: "official", id, name, province_code: role === "province" ? unit_code : null, level: role, illustrative }
}
