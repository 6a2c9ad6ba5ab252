import type GeographicalIndicationsModuleService from "./service"

// container.resolve("geographicalIndications") is typed wherever this package is imported.
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    geographicalIndications: GeographicalIndicationsModuleService
  }
}
