import {
  ADMINISTRATIVE_UNITS_MODULE,
  todayInVietnam,
  type AdministrativeUnitsModuleService,
  type SuccessionRow,
  type UnitRow,
} from "@cho-phien/administrative-units"
import {
  GI_MODULE,
  QUALITY_CERTIFICATE_MODULE,
  QUALITY_KINDS,
  recordRightOfUseWorkflow,
  type GeographicalIndicationsModuleService,
  type GiInput,
  type QualityCertificateModuleService,
  type QualityTermInput,
} from "@cho-phien/geographical-indications"
import { DOSSIER_MODULE, OCOP_MODULE, type DossierModuleService, type LegalVersionInput, type OcopModuleService, type ProductSetInput } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { criteriaSetRows, ratingAuthorityRows, scoringSheets } from "./criteria"
import { readData, type Row } from "./csv"
import { calendarDayRows, dossierTermsRows } from "./dossier-law"
import { illustrativeRecognitions, registerProducts } from "./illustrative-registers"
import { illustrativeRightsOfUse } from "./illustrative-rights"

const CONFIDENCE = ["confirmed", "unconfirmed"] as const
const KINDS = ["city", "province", "ward", "commune", "special_zone"] as const
const CHANGES = ["merged", "province_changed", "ambiguous", "unchanged", "split_population", "renamed"] as const

/**
 * Loads the registers of law and geography; with `demo` also the OCOP products named in public reports and, flagged
 * illustrative, what the sources lack about them. Safe to run again: facts are overwritten, made-up rows stay as they are.
 */
export async function seedRegisters(container: MedusaContainer, options: { demo: boolean }): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const units = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const gi = container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)

  const versions = await units.importUnits(unitRows())
  const edges = await units.importSuccession(successionRows())
  logger.info(`Seeded ${versions} versions of administrative units and ${edges} successions.`)

  const law = { legal_versions: legalVersionRows(), product_sets: productSetRows() }
  await ocop.importLaw(law)
  const criteria = { criteria_sets: criteriaSetRows(), scoring_sheets: scoringSheets(), rating_authorities: ratingAuthorityRows() }
  await ocop.importCriteria(criteria)
  await container.resolve<DossierModuleService>(DOSSIER_MODULE).importDossierLaw({ calendar: calendarDayRows(), terms: dossierTermsRows() })
  const indications = { gis: [...giRows(), ...markRows()], zone_units: zoneUnitRows() }
  await gi.importRegister(indications)
  await container.resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE).importTerms(qualityTermRows())
  logger.info(`Seeded ${law.product_sets.length} product sets, ${criteria.scoring_sheets.length} scoring sheets and ${indications.gis.length} geographical indications and marks.`)
  if (!options.demo) return

  const products = await ocop.saveRegisterProducts(registerProducts())
  const today = todayInVietnam()
  const recognitions = await ocop.recordRecognitions(illustrativeRecognitions(today), today)
  const rights = illustrativeRightsOfUse(today)
  for (const input of rights) await recordRightOfUseWorkflow(container).run({ input })
  logger.info(`Seeded ${products.length} OCOP products, ${recognitions.length} illustrative recognitions and ${rights.length} rights of use.`)
}

export function unitRows(): UnitRow[] {
  return readData("administrative_units.csv", ["code", "name", "full_name", "valid_from"]).map((row) => ({
    code: row.text("code"),
    parent_code: row.optional("parent_code"),
    kind: row.oneOf("kind", KINDS),
    name: row.text("name"),
    full_name: row.text("full_name"),
    name_en: row.text("name_en"),
    latitude: row.number("latitude"),
    longitude: row.number("longitude"),
    valid_from: row.text("valid_from"),
    valid_to: row.optional("valid_to"),
    legal_basis: row.text("legal_basis"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    source: row.text("source"),
  }))
}

export function successionRows(): SuccessionRow[] {
  return readData("administrative_succession.csv", ["old_district", "new_commune_code"]).map((row) => ({
    old_commune_code: row.optional("old_commune_code"),
    old_commune: row.text("old_commune"),
    old_district_code: row.text("old_district_code"),
    old_district: row.text("old_district"),
    old_province_code: row.text("old_province_code"),
    old_province: row.text("old_province"),
    new_commune_code: row.text("new_commune_code"),
    change: row.oneOf("change", CHANGES),
    note: row.optional("note"),
    effective_on: row.text("effective_on"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    source: row.text("source"),
  }))
}

function legalVersionRows(): LegalVersionInput[] {
  const required = ["version", "valid_from", "validity_months", "min_score_5", "min_score_4", "min_score_3"]
  return readData("ocop_legal_versions.csv", required).map((row) => ({
    id: `ocoplaw_${row.text("version")}`,
    version: row.text("version"),
    name: row.text("name"),
    valid_from: row.text("valid_from"),
    valid_to: row.optional("valid_to"),
    validity_months: Number(row.number("validity_months")),
    renewal_opens_days: row.number("renewal_opens_days"),
    renewal_closes_days: row.number("renewal_closes_days"),
    prolongation_max_days: row.number("prolongation_max_days"),
    min_score_5: Number(row.number("min_score_5")),
    min_score_4: Number(row.number("min_score_4")),
    min_score_3: Number(row.number("min_score_3")),
    min_score_2: row.number("min_score_2"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    legal_basis: row.text("legal_basis"),
    source: row.text("source"),
  }))
}

function productSetRows(): ProductSetInput[] {
  return readData("product_sets.csv", ["set_no", "name"]).map((row) => ({
    id: `ocopset_${row.text("legal_version")}_${row.text("set_no")}`,
    set_no: Number(row.number("set_no")),
    legal_version: row.text("legal_version"),
    name: row.text("name"),
    industry_no: row.text("industry_no"),
    industry: row.text("industry"),
    group_name: row.text("group_name"),
    subgroup: row.optional("subgroup"),
    lead_agency: row.text("lead_agency"),
    sample_required: row.text("sample_required") === "1",
    valid_from: row.text("valid_from"),
    valid_to: row.optional("valid_to"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    legal_basis: row.text("legal_basis"),
    source: row.text("source"),
  }))
}

function giRows(): GiInput[] {
  const stories = new Map(readData("gi_stories.csv", ["gi_handle", "story_vi", "story_en"]).map((row) => [row.text("gi_handle"), row]))
  const story = (handle: string, column: string) => stories.get(handle)?.optional(column) ?? null
  return readData("geographical_indications.csv", ["handle", "name", "product"]).map((row) => ({
    id: `gi_${row.text("handle")}`,
    kind: "geographical_indication",
    ...signFacts(row),
    origin: row.oneOf("origin", ["vietnam", "foreign"] as const),
    manager: managerOf(row.text("manager")),
    owner: null,
    regulation: null,
    protected_until: null,
    story_vi: story(row.text("handle"), "story_vi"),
    story_en: story(row.text("handle"), "story_en"),
    story_source: story(row.text("handle"), "source"),
  }))
}

/** Collective and certification marks that public reports name; without numbers, which no source confirms. */
function markRows(): GiInput[] {
  return readData("origin_marks.csv", ["handle", "kind", "name", "product", "source"]).map((row) => ({
    id: `gi_${row.text("handle")}`,
    kind: row.oneOf("kind", ["collective_mark", "certification_mark"] as const),
    ...signFacts(row),
    origin: "vietnam",
    manager: null,
    owner: row.optional("owner"),
    regulation: row.optional("regulation"),
    protected_until: null,
    story_vi: null,
    story_en: null,
    story_source: null,
  }))
}

function qualityTermRows(): QualityTermInput[] {
  return readData("quality_certificate_terms.csv", ["kind", "max_months", "valid_from", "legal_basis", "source"]).map((row) => ({
    id: `qterm_${row.text("kind")}_${row.text("valid_from").replaceAll("-", "")}`,
    kind: row.oneOf("kind", QUALITY_KINDS),
    max_months: Number(row.number("max_months")),
    valid_from: row.text("valid_from"),
    valid_to: row.optional("valid_to"),
    legal_basis: row.text("legal_basis"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    source: row.text("source"),
  }))
}

/** What every sign has, whatever its kind. */
function signFacts(row: Row) {
  return {
    handle: row.text("handle"),
    name: row.text("name"),
    product: row.text("product"),
    certificate_no: row.optional("certificate_no"),
    registered_on: row.optional("registered_on"),
    number_confirmed: row.text("number_confidence") === "verified",
    confirmed: row.text("confidence") === "verified",
    province_codes: row.text("province_codes").split("|").filter(Boolean),
    source: row.text("source"),
  }
}

/** The source puts doubts about a manager in words behind the name (applicant only, district abolished, to confirm): then none is stored. */
function managerOf(text: string): string | null {
  const doubtful = /applicant|abolished|confirm|before|->/.test(text)
  return doubtful ? null : text.replace(/ \(foreign\)$/, "") || null
}

function zoneUnitRows() {
  return readData("gi_zone_units.csv", ["gi_handle", "old_unit"]).map((row, index) => ({
    id: `gizone_${row.text("gi_handle")}_${index + 1}`,
    gi_id: `gi_${row.text("gi_handle")}`,
    old_unit: row.text("old_unit"),
    old_commune_code: row.optional("old_commune_code"),
    old_district: row.optional("old_district"),
    commune_code: row.optional("commune_code"),
    confirmed: row.text("confidence") === "confirmed",
    note: row.optional("note"),
    source: row.text("source"),
  }))
}
