import type OcopModuleService from "./service"

// container.resolve("ocop") is typed wherever this package is imported.
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    ocop: OcopModuleService
  }
}
