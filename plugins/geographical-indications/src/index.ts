// The public face of @cho-phien/geographical-indications: what other packages may import.
import "./modules/geographical-indications/container"

export { GI_EVENTS } from "./events"
export { GI_MODULE } from "./modules/geographical-indications"
export { isRightInForce, rightOfUseStatus, type RightOfUseFacts, type RightOfUseStatus } from "./modules/geographical-indications/rules/right-of-use"
export { inZone, type ZoneAnswer } from "./modules/geographical-indications/rules/zone"
export type {
  default as GeographicalIndicationsModuleService,
  GiDto,
  GiInput,
  GiZoneUnitInput,
  RightOfUseDto,
  RightOfUseInput,
} from "./modules/geographical-indications/service"
export { fetchGiBadges, type GiBadge } from "./queries/fetch-gi-badges"
export { linkListingToRightOfUseWorkflow, type LinkListingToRightOfUseInput } from "./workflows/link-listing-to-right-of-use"
export { recordRightOfUseWorkflow } from "./workflows/record-right-of-use"
export { revokeRightOfUseWorkflow } from "./workflows/revoke-right-of-use"
