import { Module } from "@medusajs/framework/utils"
import checkSettings from "./loaders/check-settings"
import { CashlessPaymentModuleService } from "./service"

export const CASHLESS_PAYMENT_MODULE = "cashlessPayment"

export default Module(CASHLESS_PAYMENT_MODULE, { service: CashlessPaymentModuleService, loaders: [checkSettings] })
