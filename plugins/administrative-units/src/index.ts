// The public face of @cho-phien/administrative-units: what other packages may import.
import "./modules/administrative-units/container"

export { ApiError, asApiError, type ApiErrorBody, type ApiErrorInput, type ApiErrorType } from "./http/api-error"
export { readerLanguage, type Language, type Sentence } from "./http/reader-language"
export { parseInput, sendError, validateBody, validated, type ValidatedInput } from "./http/validate"
export { ADMINISTRATIVE_UNITS_MODULE } from "./modules/administrative-units"
export { foldVietnamese, foldedWords } from "./modules/administrative-units/rules/fold-vietnamese"
export { bareName, unitSearchText } from "./modules/administrative-units/rules/unit-name"
export type { default as AdministrativeUnitsModuleService } from "./modules/administrative-units/service"
export type { AddressConfidence } from "./modules/administrative-units/rules/parse-address"
export type {
  Confidence,
  ParsedAddress,
  ParsedCandidate,
  SuccessionChange,
  SuccessionRow,
  Unit,
  UnitKind,
  UnitRow,
  UnitSearchHit,
} from "./modules/administrative-units/types"
export { addDays, addMonths, daysBetween, isCivilDate, todayInVietnam, type CivilDate } from "./time/civil-date"
