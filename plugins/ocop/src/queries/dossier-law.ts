import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { EDITABLE_STATES } from "../modules/dossier/rules/dossier-types"
import type { DossierLaw, DossierRow } from "../modules/dossier/rows"
import { highestSerial } from "../modules/dossier/rules/dossier-numbers"
import { OCOP_MODULE } from "../modules/ocop"
import { wrongChoices } from "../modules/ocop/errors"
import { rateSheets } from "../modules/ocop/rules/council-rating"
import { findFaults, scoreMember } from "../modules/ocop/rules/member-score"
import { mayRecognise, type Authority } from "../modules/ocop/rules/rating-authority"
import { latestRecognition, type Stars } from "../modules/ocop/rules/recognition-status"
import { acceptedIndices, readSheet, type SheetReading } from "../modules/ocop/rules/sheet-reading"
import type OcopModuleService from "../modules/ocop/service"
import type { OcopProductDto, RecognitionDto, SheetInForce } from "../modules/ocop/service"

export type FormerRecognition = { product: OcopProductDto; recognition: RecognitionDto | null }

export type LoadedLaw = DossierLaw & { inForce: SheetInForce; reading: SheetReading; product_set: ProductSetFacts; former: FormerRecognition | null }

export type ProductSetFacts = { set_no: number; name: string; industry: string; group_name: string; subgroup: string | null; sample_required: boolean }

/** What the law and the register say for a dossier: by the day it was handed in, and by today while its producer works on it. */
export async function loadDossierLaw(container: MedusaContainer, dossier: DossierRow, setNo = dossier.product_set_no): Promise<LoadedLaw> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const units = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const today = todayInVietnam()
  const day = EDITABLE_STATES.includes(dossier.state) ? today : (dossier.law_day ?? today)
  const inForce = await ocop.sheetInForce(setNo, day)
  const { law, criteria_set, sheet } = inForce
  const reading = readSheet(sheet)
  const [set] = await ocop.listProductSets({ legal_version: law.version, set_no: setNo })
  const authorities = (await ocop.listRatingAuthorities({})) as Authority[]
  const former = dossier.kind === "first" ? null : await formerRecognition(ocop, dossier.ocop_product_id, today)
  const province = (await units.retrieveUnits([dossier.province_code])).get(dossier.province_code)
  const codes = await ocop.listOcopProducts({ commune_code: dossier.commune_code }, { select: ["code"] })
  return {
    inForce,
    reading,
    former,
    product_set: set ?? { set_no: setNo, name: sheet.name, industry: "", group_name: "", subgroup: null, sample_required: true },
    dossier_version: dossier.version,
    legal_version: law.version,
    criteria: reading.criteria.map(({ no, title }) => ({ no, title })),
    samples_required: set?.sample_required ?? true,
    former_expires_on: former?.recognition?.expires_on ?? null,
    renewal: law,
    assertChoices(choices, spokenOf) {
      const known = new Set(reading.criteria.map(({ no }) => no))
      const strangers = spokenOf.filter((no) => !known.has(no)).map((criterion) => ({ criterion, reason: "unknown_criterion" as const, accepted: [] }))
      const faults = [...findFaults(reading, choices), ...strangers]
      if (faults.length > 0) throw wrongChoices(faults)
    },
    unanswered: (choices) => scoreMember(reading, choices).missing,
    rate(sheets) {
      const { average_text, band, star, capped_by } = rateSheets(reading, sheets, law, criteria_set)
      return { average: average_text, band, star, capped_by, members: sheets.length }
    },
    mayRecognise: (level, star, decidedOn) => star >= 3 && mayRecognise(authorities, level, star as Stars, decidedOn),
    issuers: { province: `Ủy ban nhân dân ${uncapitalised(province?.full_name ?? dossier.province_code)}`, ministry: "Bộ Nông nghiệp và Môi trường" },
    highest_serial: highestSerial(codes.map(({ code }) => code), dossier.province_code, dossier.commune_code),
  }
}

export async function formerRecognition(ocop: OcopModuleService, productId: string | null, today: string): Promise<FormerRecognition | null> {
  if (!productId) return null
  const [found] = await ocop.listOcopProducts({ id: productId }, { relations: ["recognitions"] })
  if (!found) return null
  const { recognitions, ...product } = found
  return { product: product as OcopProductDto, recognition: latestRecognition(recognitions as unknown as RecognitionDto[], today) }
}

/** A scoring sheet as a page shows it: as printed, and beside it what counts of it. */
export function presentSheet({ criteria_set, sheet }: SheetInForce, reading: SheetReading = readSheet(sheet)) {
  const { legal_version, set_no, name, heading, classification, total, notes, parts, irregularities, source } = sheet
  return {
    scoring_sheet: { legal_version, set_no, name, heading, classification, total, notes, parts, irregularities, source },
    criteria: reading.criteria.map(({ no, part, max, options, ...criterion }) => ({
      no,
      part,
      max,
      accepts: acceptedIndices({ no, part, max, options, ...criterion }),
      options: options.map(({ index, points, min_star, implied }) => ({ index, points, min_star, implied })),
    })),
    readings: reading.used,
    minimums: { members: criteria_set.minimum_members, levels: criteria_set.minimum_levels },
  }
}

/** "Tỉnh Thái Nguyên" within a name is "tỉnh Thái Nguyên". */
function uncapitalised(name: string): string {
  return name.charAt(0).toLocaleLowerCase("vi") + name.slice(1)
}
