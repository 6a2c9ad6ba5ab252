import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { toMediaAsset, type StoredRendition } from "../../media-asset"
import { MEDIA_MODULE } from "../../modules/media"
import type { MediaModuleService } from "../../modules/media/service"

type NewMediaAsset = {
  owner_id: string
  sha256: string
  width: number
  height: number
  color: string
  alt: string | null
  renditions: StoredRendition[]
  illustrative: boolean
}

export const createMediaAssetStep = createStep(
  "create-media-asset",
  async (input: NewMediaAsset, { container }) => {
    const media = container.resolve<MediaModuleService>(MEDIA_MODULE)
    // The JSON column is typed as an object by the DML; an array is stored just as well.
    const row = await media.createMediaAssets({ ...input, renditions: input.renditions as unknown as Record<string, unknown> })
    return new StepResponse(toMediaAsset(row), row.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve<MediaModuleService>(MEDIA_MODULE).deleteMediaAssets(id)
  },
)
