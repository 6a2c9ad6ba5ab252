import { model } from "@medusajs/framework/utils"
import Seller from "./seller"

/** A person who may act for a seller: one phone, one shop. */
const SellerMember = model.define("seller_member", {
  id: model.id({ prefix: "selmem" }).primaryKey(),
  name: model.text(),
  phone: model.text().unique(),
  status: model.enum(["active", "revoked"]).default("active"),
  illustrative: model.boolean().default(false),
  seller: model.belongsTo(() => Seller, { mappedBy: "members" }),
})

export default SellerMember
