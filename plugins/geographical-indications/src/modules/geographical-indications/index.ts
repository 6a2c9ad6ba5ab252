import { Module } from "@medusajs/framework/utils"
import GeographicalIndicationsModuleService from "./service"

export const GI_MODULE = "geographicalIndications"

export default Module(GI_MODULE, { service: GeographicalIndicationsModuleService })
