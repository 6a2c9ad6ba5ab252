import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import MessageSandboxService from "./service"

export default ModuleProvider(Modules.NOTIFICATION, { services: [MessageSandboxService] })
