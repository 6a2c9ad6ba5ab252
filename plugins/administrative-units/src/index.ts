// The public face of @cho-phien/administrative-units: what other packages may import.
export { ApiError, asApiError, type ApiErrorBody, type ApiErrorInput, type ApiErrorType } from "./http/api-error"
export { readerLanguage, type Language, type Sentence } from "./http/reader-language"
export { parseInput, sendError, validateBody, validated, type ValidatedInput } from "./http/validate"
export { foldVietnamese, foldedWords } from "./modules/administrative-units/rules/fold-vietnamese"
