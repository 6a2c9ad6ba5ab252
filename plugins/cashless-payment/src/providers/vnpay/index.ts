import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { VnpayPaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [VnpayPaymentProvider] })
