// The public face of @cho-phien/geographical-indications: what other packages may import.
import "./modules/geographical-indications/container"
import "./modules/quality-certificate/container"

export { GI_EVENTS } from "./events"
export * as qualityCertificates from "./http/quality-certificates"
export * as rightsOfUse from "./http/rights-of-use"
export { GI_MODULE } from "./modules/geographical-indications"
export type { RegisterActor } from "./modules/geographical-indications/actor"
export { isRightInForce, rightOfUseStatus, type RightOfUseFacts, type RightOfUseStatus } from "./modules/geographical-indications/rules/right-of-use"
export { inZone, judgeZone, type ZoneAnswer, type ZoneFinding } from "./modules/geographical-indications/rules/zone"
export type {
  default as GeographicalIndicationsModuleService,
  GiDto,
  GiInput,
  GiZoneUnitInput,
  ProducerPlace,
  RightOfUseDto,
  RightOfUseInput,
} from "./modules/geographical-indications/service"
export { QUALITY_CERTIFICATE_MODULE } from "./modules/quality-certificate"
export { isQualityKind, QUALITY_KINDS, type QualityKind } from "./modules/quality-certificate/rules/kinds"
export type {
  CertificateActor,
  CertificateInput,
  default as QualityCertificateModuleService,
  QualityCertificateDto,
  QualityTermInput,
} from "./modules/quality-certificate/service"
export { fetchGiBadges, fetchMarkBadges, type GiBadge, type MarkBadge } from "./queries/fetch-gi-badges"
export { fetchQualityBadges, type QualityBadge } from "./queries/fetch-quality-badges"
export { resolveProducerPlace, type PlaceQuestion } from "./queries/resolve-producer-place"
export { addQualityCertificateWorkflow, type AddQualityCertificateInput } from "./workflows/add-quality-certificate"
export { decideQualityCertificateWorkflow } from "./workflows/decide-quality-certificate"
export { linkListingToRightOfUseWorkflow, type LinkListingToRightOfUseInput } from "./workflows/link-listing-to-right-of-use"
export { recordRightOfUseWorkflow, type RecordRightOfUseInput } from "./workflows/record-right-of-use"
export { revokeRightOfUseWorkflow } from "./workflows/revoke-right-of-use"
