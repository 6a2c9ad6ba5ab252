import { model } from "@medusajs/framework/utils"
import Gi from "./gi"

/** The document by which the managing organisation lets one producer use an indication. Only this earns the badge. */
const RightOfUse = model
  .define("right_of_use", {
    id: model.id({ prefix: "giuse" }).primaryKey(),
    gi: model.belongsTo(() => Gi, { mappedBy: "rights_of_use" }),
    producer_name: model.text(),
    document_no: model.text(),
    issued_by: model.text(),
    issued_on: model.text(),
    /** The last day it holds; null without an end. */
    expires_on: model.text().nullable(),
    revoked_on: model.text().nullable(),
    illustrative: model.boolean().default(false),
    source: model.text(),
    /** Folded words of the producer, each led by a space. */
    search_text: model.text().default(""),
    /** Whether it was in force when `geographical_indications.right_of_use.changed` last told. */
    announced_in_force: model.boolean().nullable(),
  })
  .indexes([{ on: ["gi_id", "document_no"], unique: true, where: "deleted_at IS NULL" }])

export default RightOfUse
