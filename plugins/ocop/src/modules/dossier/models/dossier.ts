import { model } from "@medusajs/framework/utils"
import { DOSSIER_KINDS, DOSSIER_STATES } from "../rules/dossier-types"

/** One product on its way from its producer to a decision (hồ sơ). Civil dates are those of Viet Nam. */
const Dossier = model
  .define(
    { name: "dossier", tableName: "ocop_dossier" },
    {
      id: model.id({ prefix: "ocopdos" }).primaryKey(),
      seller_id: model.text(),
      kind: model.enum([...DOSSIER_KINDS]),
      state: model.enum([...DOSSIER_STATES]).default("draft"),
      /** Counts every act; who writes names the version they saw. */
      version: model.number().default(1),
      commune_code: model.text(),
      province_code: model.text(),
      product_set_no: model.number(),
      /** The product of the register that is upgraded or rated anew; of a first rating, the one it became. */
      ocop_product_id: model.text().nullable(),
      /** The product on sale that gets the badge of a first rating. */
      listing_id: model.text().nullable(),
      product_name: model.text(),
      applicant_name: model.text(),
      /** `DossierForm` */
      form: model.json(),
      /** `SelfAssessment` */
      self_assessment: model.json(),
      /** How often it was handed in. */
      submissions: model.number().default(0),
      submitted_on: model.text().nullable(),
      /** The day it was last handed in: the sheet and the bands of that day hold. */
      law_day: model.text().nullable(),
      receipt_no: model.text().nullable(),
      province_receipt_no: model.text().nullable(),
      forwarded_on: model.text().nullable(),
      received_by_commune: model.text().nullable(),
      received_by_province: model.text().nullable(),
      sent_to_ministry_on: model.text().nullable(),
      /** The day the authority that holds it got it, or the last one did; null while the producer has it. */
      clock_on: model.text().nullable(),
      due_on: model.text().nullable(),
      due_basis: model.text().nullable(),
      due_provisional: model.boolean().default(false),
      returned: model.json().nullable(),
      commune_report: model.json().nullable(),
      commune_letter: model.json().nullable(),
      /** The consultants' report on the dossier as it was last handed in. */
      advice: model.json().nullable(),
      ministry_letter: model.json().nullable(),
      decision: model.json().nullable(),
      star: model.number().nullable(),
      product_code: model.text().nullable(),
      /** Whether the register has been told of the recognition; `pending` is finished by a job after a crash. */
      registration: model.enum(["none", "pending", "done"]).default("none"),
      illustrative: model.boolean().default(false),
    },
  )
  .indexes([
    { on: ["seller_id"] },
    { on: ["province_code", "state"] },
    { on: ["commune_code"] },
    { on: ["receipt_no"], unique: true, where: "receipt_no IS NOT NULL AND deleted_at IS NULL" },
    { on: ["province_code", "province_receipt_no"], unique: true, where: "province_receipt_no IS NOT NULL AND deleted_at IS NULL" },
    { on: ["product_code"], unique: true, where: "product_code IS NOT NULL AND kind = 'first' AND deleted_at IS NULL" },
    // One open dossier for a product of the register.
    {
      on: ["ocop_product_id"],
      name: "IDX_ocop_dossier_one_open",
      unique: true,
      where: "ocop_product_id IS NOT NULL AND state NOT IN ('recognised', 'not_recognised', 'withdrawn') AND deleted_at IS NULL",
    },
  ])

export default Dossier
