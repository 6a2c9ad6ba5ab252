import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DOSSIER_MODULE } from "../../modules/dossier"
import type { DossierRow } from "../../modules/dossier/rows"
import type DossierModuleService from "../../modules/dossier/service"
import { OCOP_MODULE } from "../../modules/ocop"
import type OcopModuleService from "../../modules/ocop/service"
import type { RecognitionInput, RegisterProductInput } from "../../modules/ocop/service"
import { productIdOf, recognitionIdOf } from "../../queries/present-dossier"

export type ToRegister = { recognition: RecognitionInput; ocop_product_id: string; product_name: string; listing_id: string | null }

/** The product of a first rating enters the register; one that is rated again is there. What is to be recorded follows from the dossier. */
export const enterRecognisedProductStep = createStep(
  "enter-recognised-product",
  async ({ dossier_id }: { dossier_id: string }, { container }) => {
    const [row] = await container.resolve<DossierModuleService>(DOSSIER_MODULE).listDossiers({ id: dossier_id, state: "recognised" })
    const dossier = row as unknown as DossierRow | undefined
    if (!dossier?.decision) throw new Error(`Dossier ${dossier_id} has no decision to put into the register`)
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    const isFirst = dossier.kind === "first"
    const ocop_product_id = isFirst ? productIdOf(dossier.id) : dossier.ocop_product_id
    if (!ocop_product_id) throw new Error(`Dossier ${dossier_id} names no product of the register`)
    const [known] = await ocop.listOcopProducts({ id: ocop_product_id }, { select: ["id"] })
    if (isFirst && !known) await ocop.saveRegisterProducts([productOf(dossier, ocop_product_id)])
    const { star, decided_on, decision_no, issued_by } = dossier.decision
    const source = sourceOf(dossier)
    const recognition = { id: recognitionIdOf(dossier.id), ocop_product_id, star: star as RecognitionInput["star"], issued_on: decided_on, decision_no, issued_by, source, illustrative: dossier.illustrative }
    return new StepResponse({ recognition, ocop_product_id, product_name: dossier.product_name, listing_id: isFirst ? dossier.listing_id : null } as ToRegister, isFirst && !known ? ocop_product_id : null)
  },
  async (created, { container }) => {
    if (created) await container.resolve<OcopModuleService>(OCOP_MODULE).deleteOcopProducts([created])
  },
)

function productOf(dossier: DossierRow, id: string): RegisterProductInput {
  return {
    id,
    code: dossier.product_code,
    name: dossier.product_name,
    producer_name: dossier.applicant_name,
    producer_kind: KINDS[dossier.form.organisation_kind ?? "association"],
    commune_code: dossier.commune_code,
    province_code: dossier.province_code,
    product_set_no: dossier.product_set_no,
    source: sourceOf(dossier),
    confidence: "high",
    illustrative: dossier.illustrative,
  }
}

/** The register has no word for farms and associations. */
const KINDS = {
  cooperative: "cooperative",
  cooperative_group: "cooperative_group",
  enterprise: "enterprise",
  household_business: "household_business",
  farm: "household_business",
  association: null,
} as const

function sourceOf({ receipt_no, decision }: DossierRow): string {
  return `${decision?.decision_no ?? ""} (hồ sơ ${receipt_no ?? ""})`
}
