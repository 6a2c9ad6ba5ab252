// The public face of @cho-phien/oversight: what other packages may import. One line per export.
export { OVERSIGHT_MODULE } from "./modules/oversight"
export type { OversightModuleService } from "./modules/oversight"
export { rateOf, ratePercent, ratesBy, type RegisterFact } from "./modules/oversight/rules/listing-rate"
