import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import SellerTariffFulfillmentService from "./service"

export default ModuleProvider(Modules.FULFILLMENT, { services: [SellerTariffFulfillmentService] })
