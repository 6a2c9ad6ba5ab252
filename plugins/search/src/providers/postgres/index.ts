import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { FoldedPostgresSearchService } from "./service"

export default ModuleProvider(Modules.SEARCH, { services: [FoldedPostgresSearchService] })
