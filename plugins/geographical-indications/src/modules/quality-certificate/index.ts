import { Module } from "@medusajs/framework/utils"
import QualityCertificateModuleService from "./service"

export const QUALITY_CERTIFICATE_MODULE = "qualityCertificate"

export default Module(QUALITY_CERTIFICATE_MODULE, { service: QualityCertificateModuleService })
