// The public face of @cho-phien/ocop: what other packages may import.
import "./modules/dossier/container"
import "./modules/ocop/container"

export { todayInVietnam } from "@cho-phien/administrative-units"
export { OCOP_EVENTS } from "./events"
export { OCOP_MODULE } from "./modules/ocop"
export { certificateCode } from "./modules/ocop/rules/certificate-code"
export {
  currentStars,
  isInForce,
  latestRecognition,
  recognitionStatus,
  type RecognitionFacts,
  type RecognitionStatus,
  type Stars,
} from "./modules/ocop/rules/recognition-status"
export { ScoringSheetSchema, type ScoringSheet } from "./modules/ocop/rules/scoring-sheet"
export type {
  CriteriaSetInput,
  default as OcopModuleService,
  LegalVersionInput,
  MatchProposal,
  OcopProductDto,
  ProductSetInput,
  RatingAuthorityInput,
  RecognitionDto,
  RecognitionInput,
  RegisterProductInput,
  ScoringSheetDto,
} from "./modules/ocop/service"
export { fetchOcopBadges, type OcopBadge } from "./queries/fetch-ocop-badges"
export { changeRecognitionWorkflow } from "./workflows/change-recognition"
export { linkListingToRegisterWorkflow, type LinkListingToRegisterInput } from "./workflows/link-listing-to-register"
export { recordRecognitionWorkflow } from "./workflows/record-recognition"
export { provedCriteria, type Proof, type ProvedCriterion } from "./modules/ocop/rules/evidence-criteria"
export type { FieldsReader } from "./modules/ocop/rules/signed-text"
export { openOurFields, signOurFields } from "./queries/certificate-statement"
export { cleanText } from "./documents/clean-text"
export { writePdf, type PdfBlock } from "./documents/write-pdf"
export { csvLine } from "./modules/ocop/rules/official-list/safe-cell"
export { receiveBody } from "./http/receive-body"
export { readCsv, type CsvTable } from "./sheets/read-csv"
export { writeXlsx, type Sheet } from "./sheets/write-xlsx"
export * as officialLists from "./http/official-lists"
export * as registerDesk from "./http/register-desk"
export type { ListActor } from "./modules/ocop/commit-official-list"
export { DOSSIER_MODULE } from "./modules/dossier"
export type { CalendarDayInput, default as DossierModuleService, DossierTermsInput } from "./modules/dossier/service"
export type { DossierRow, Person } from "./modules/dossier/rows"
export { ActBody, CouncilBody, CouncilChangeBody, SheetBody, type PersonInput } from "./modules/dossier/rules/act-input"
export type { DossierActor } from "./modules/dossier/rules/roles-on-dossier"
export * as dossierAnswers from "./http/dossiers/answers"
export * as dossierCouncils from "./http/dossiers/councils"
export * as dossierFiles from "./http/dossiers/files"
export * as dossierProducer from "./http/dossiers/producer"
export * as dossierInput from "./http/dossiers/validators"
export { emptyForm } from "./modules/dossier/rules/dossier-form"
export { loadDossierLaw } from "./queries/dossier-law"
export { actOnDossierWorkflow } from "./workflows/act-on-dossier"
export type { DossierActInput } from "./workflows/steps/act-on-dossier"
export { unknownRegisterProduct } from "./modules/ocop/errors"
export { linkedElsewhere, notLinked, notTheOwner, unlikeTheEntry } from "./modules/ocop/errors-register"
export type { RegisterActor } from "./modules/ocop/register-acts"
export type { ActingLevel } from "./modules/ocop/rules/acting-authority"
export { carriesName, LEAST_SCORE, matchScore, producerWords } from "./modules/ocop/rules/match-score"
export { fetchDeskProduct, type HistoryLine } from "./queries/fetch-desk-product"
export { linkedProductIds, registerEntryOf, registerLinks } from "./queries/register-links"
export { fetchExternalSales, type ExternalSale } from "./queries/fetch-external-listings"
export { searchDeskRegister, type DeskEntry, type DeskQuery, type DeskSort } from "./queries/search-desk-register"
