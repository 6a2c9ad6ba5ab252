import { MedusaService } from "@medusajs/framework/utils"
import Listing from "./models/listing"
import Seller from "./models/seller"
import SellerMember from "./models/seller-member"

export default class SellerModuleService extends MedusaService({ Seller, SellerMember, Listing }) {}
