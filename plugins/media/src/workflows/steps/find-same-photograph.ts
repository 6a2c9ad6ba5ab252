import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { toMediaAsset, type MediaAsset } from "../../media-asset"
import { MEDIA_MODULE } from "../../modules/media"
import type { MediaModuleService } from "../../modules/media/service"

/** The asset this owner already has of the very same bytes, or null. */
export const findSamePhotographStep = createStep(
  "find-same-photograph",
  async (input: { owner_id: string; sha256: string }, { container }) => {
    const media = container.resolve<MediaModuleService>(MEDIA_MODULE)
    const [row] = await media.listMediaAssets(input, { take: 1 })
    return new StepResponse<MediaAsset | null>(row ? toMediaAsset(row) : null)
  },
)
