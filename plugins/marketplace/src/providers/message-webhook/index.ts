import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import MessageWebhookService from "./service"

export default ModuleProvider(Modules.NOTIFICATION, { services: [MessageWebhookService] })
