import { model } from "@medusajs/framework/utils"

/** Where a register product is sold beside this fair. A person looked there; the address is never fetched from here. */
const ExternalListing = model
  .define(
    { name: "external_listing", tableName: "ocop_external_listing" },
    {
      id: model.id({ prefix: "ocopext" }).primaryKey(),
      ocop_product_id: model.text(),
      url: model.text(),
      host: model.text(),
      /** a key of the platforms in `rules/external-listing.ts`, or `other` */
      platform: model.text(),
      added_by_type: model.enum(["official", "user", "seller"]),
      added_by_name: model.text(),
      last_checked_on: model.text().nullable(),
      check_result: model.enum(["on_sale", "gone"]).nullable(),
      checked_by_name: model.text().nullable(),
      /** What was seen: the shop's name there, the price. For officials and the owner, not for the public. */
      evidence: model.text().nullable(),
      illustrative: model.boolean().default(false),
    },
  )
  .indexes([{ on: ["ocop_product_id", "url"], unique: true, where: "deleted_at IS NULL" }])
  .checks([{ name: "ocop_external_listing_https", expression: (columns) => `${columns.url} LIKE 'https://%'` }])

export default ExternalListing
