import type QualityCertificateModuleService from "./service"

// container.resolve("qualityCertificate") is typed wherever this package is imported.
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    qualityCertificate: QualityCertificateModuleService
  }
}
