import type DossierModuleService from "./service"

// container.resolve("dossier") is typed wherever this package is imported.
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    dossier: DossierModuleService
  }
}
