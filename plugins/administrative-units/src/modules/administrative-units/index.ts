import { Module } from "@medusajs/framework/utils"
import AdministrativeUnitsModuleService from "./service"

export const ADMINISTRATIVE_UNITS_MODULE = "administrativeUnits"

export default Module(ADMINISTRATIVE_UNITS_MODULE, { service: AdministrativeUnitsModuleService })
