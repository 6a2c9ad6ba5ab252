import { z } from "@medusajs/framework/zod"
import { DossierFormChange, EVIDENCE_KINDS, SelfAssessmentChange } from "../../modules/dossier/rules/dossier-form"
import { DOSSIER_SORTS, type DossierSort } from "../../modules/dossier/list-dossiers"
import { DOSSIER_KINDS, DOSSIER_STATES, type DossierState } from "../../modules/dossier/rules/dossier-types"

const Id = z.string().min(1).max(60)
const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual)
const offset = z.coerce.number().int().min(0).max(100_000).default(0)
const flag = z.enum(["true", "false"]).optional()

export const DossierParams = z.object({ id: Id })
export const AttachmentParams = z.object({ id: Id, attachment_id: Id })
export const DocumentParams = z.object({ id: Id, file: z.string().max(80) })

export const OwnDossiersQuery = z.strictObject({ limit: limit(100, 20), offset })
export const DossiersQuery = z.strictObject({
  state: z
    .string()
    .max(400)
    .transform((text) => text.split(",") as DossierState[])
    .refine((states) => states.every((state) => DOSSIER_STATES.includes(state)), { params: { vi: "Không có trạng thái này.", en: "There is no such state." } })
    .optional(),
  kind: z.enum(DOSSIER_KINDS).optional(),
  commune: z.string().regex(/^\d{5}$/).optional(),
  set_no: z
    .string()
    .refine((text) => /^[1-9]\d?$/.test(text), { params: { vi: "Số của bộ sản phẩm là số từ 1 đến 99.", en: "The number of a product set is one from 1 to 99." } })
    .transform(Number)
    .optional(),
  overdue: flag,
  mine: flag,
  q: z.string().trim().max(100).optional(),
  sort: z
    .string()
    .max(20)
    .refine((text) => new RegExp(`^-?(${DOSSIER_SORTS.join("|")})$`).test(text), {
      params: {
        vi: `Chỉ sắp xếp được theo ${DOSSIER_SORTS.join(", ")}; dấu - ở trước là thứ tự ngược lại.`,
        en: `Dossiers are sorted by ${DOSSIER_SORTS.join(", ")}; a - before it turns the order round.`,
      },
    })
    .transform((text) => ({ by: text.replace("-", "") as DossierSort, descending: text.startsWith("-") }))
    .optional(),
  limit: limit(200, 50),
  offset,
})

export const NewDossierBody = z
  .strictObject({
    kind: z.enum(DOSSIER_KINDS),
    product_set_no: z.number().int().min(1).max(99),
    product_name: z.string().trim().min(1).max(300).optional(),
    ocop_product_id: z.string().min(1).max(100).optional(),
    listing_id: Id.optional(),
  })
  .refine((body) => (body.kind === "first") === (body.ocop_product_id === undefined), {
    path: ["ocop_product_id"],
    params: { vi: "Nâng hạng và đánh giá lại cần chọn sản phẩm đã được công nhận; lần đầu thì không.", en: "An upgrade and a re-rating name the recognised product; a first rating doesn't." },
  })
  .refine((body) => body.kind !== "first" || body.product_name !== undefined, {
    path: ["product_name"],
    params: { vi: "Cần tên sản phẩm.", en: "The product needs a name." },
  })
export type NewDossierBody = z.output<typeof NewDossierBody>

export const EditBody = z.strictObject({
  version: z.number().int().min(1),
  form: DossierFormChange.optional(),
  self_assessment: SelfAssessmentChange.refine((answers) => Object.keys(answers).length <= 100, { params: { vi: "Có quá nhiều tiêu chí.", en: "There are too many criteria." } }).optional(),
  product_set_no: z.number().int().min(1).max(99).optional(),
})

export const AttachQuery = z.strictObject({
  filename: z.string().min(1).max(400),
  kind: z.enum(EVIDENCE_KINDS),
  criterion: z.string().regex(/^\d+(\.\d+)*$/).max(12).optional(),
  note: z.string().trim().max(500).optional(),
})

export const DocumentQuery = z.strictObject({ level: z.enum(["province", "ministry"]).optional() })
export const CouncilsQuery = z.strictObject({ limit: limit(100, 50), offset })
