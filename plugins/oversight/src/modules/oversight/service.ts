import { MedusaService } from "@medusajs/framework/utils"
import { Official } from "./models/official"

/** Officials and what they may see. Facts are read from the other plugins, never copied here. */
export class OversightModuleService extends MedusaService({ Official }) {}
