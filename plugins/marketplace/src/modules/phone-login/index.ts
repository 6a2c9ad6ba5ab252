import { Module } from "@medusajs/framework/utils"
import PhoneLoginModuleService from "./service"

export const PHONE_LOGIN_MODULE = "phoneLogin"

export default Module(PHONE_LOGIN_MODULE, { service: PhoneLoginModuleService })
