import { model } from "@medusajs/framework/utils"

/** Who receives dossiers and who recognises a star, for as long as that holds. */
const RatingAuthority = model.define(
  { name: "rating_authority", tableName: "ocop_rating_authority" },
  {
    id: model.id({ prefix: "ocopauth" }).primaryKey(),
    role: model.enum(["receives", "recognises"]),
    /** null: somebody did, but the text that says who is not at hand. */
    level: model.enum(["commune", "district", "province", "ministry"]).nullable(),
    /** null for `receives` */
    star: model.number().nullable(),
    valid_from: model.text(),
    valid_to: model.text().nullable(),
    confidence: model.enum(["confirmed", "unconfirmed"]),
    legal_basis: model.text(),
    source: model.text(),
  },
)

export default RatingAuthority
