import { MedusaService } from "@medusajs/framework/utils"
import { MediaAsset } from "./models/media-asset"

export class MediaModuleService extends MedusaService({ MediaAsset }) {}
