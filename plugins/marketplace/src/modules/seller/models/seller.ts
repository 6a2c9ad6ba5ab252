import { model } from "@medusajs/framework/utils"
import Listing from "./listing"
import SellerMember from "./seller-member"

/** A farm shop. Its payment account must be its own (Law 122/2025/QH15, art. 21.2.b). */
const Seller = model
  .define("seller", {
    id: model.id({ prefix: "sel" }).primaryKey(),
    handle: model.text().unique(),
    name: model.text().searchable(),
    kind: model.enum(["cooperative", "cooperative_group", "household_business", "enterprise", "individual"]),
    commune_code: model.text(),
    province_code: model.text(),
    status: model.enum(["active", "suspended"]).default("active"),
    phone: model.text(),
    bank_bin: model.text().nullable(),
    bank_name: model.text().nullable(),
    bank_account_number: model.text().nullable(),
    bank_account_name: model.text().nullable(),
    /** One profile per seller: it tells whose a shipping option or method is. */
    shipping_profile_id: model.text().unique(),
    stock_location_id: model.text().nullable(),
    illustrative: model.boolean().default(false),
    members: model.hasMany(() => SellerMember, { mappedBy: "seller" }),
    listings: model.hasMany(() => Listing, { mappedBy: "seller" }),
  })
  .indexes([{ on: ["province_code", "commune_code"] }])

export default Seller
