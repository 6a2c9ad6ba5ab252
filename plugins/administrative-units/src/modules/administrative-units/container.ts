import type AdministrativeUnitsModuleService from "./service"

// container.resolve("administrativeUnits") is typed wherever this package is imported.
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    administrativeUnits: AdministrativeUnitsModuleService
  }
}
