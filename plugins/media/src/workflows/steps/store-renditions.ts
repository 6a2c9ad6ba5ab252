import type { IFileModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { StoredRendition } from "../../media-asset"
import { developPhotograph } from "../../modules/media/imaging/develop-photograph"
import { readPhotograph, type PhotographSource } from "../../modules/media/imaging/read-photograph"

/**
 * Develops the photograph and puts its renditions into the File module. One step, so that
 * megabytes never pass through the workflow engine's store. Undone by deleting the files.
 */
export const storeRenditionsStep = createStep(
  "store-renditions",
  async (input: { source: PhotographSource; sha256: string }, { container }) => {
    const files = container.resolve<IFileModuleService>(Modules.FILE)
    const { renditions, ...photograph } = await developPhotograph(await readPhotograph(input.source))
    const outcomes = await Promise.allSettled(
      renditions.map(async ({ bytes, ...rendition }): Promise<StoredRendition> => {
        const file = await files.createFiles({
          filename: `${input.sha256.slice(0, 16)}-${rendition.width}.${rendition.format}`,
          mimeType: `image/${rendition.format}`,
          content: bytes.toString("base64"),
          access: "public",
        })
        return { ...rendition, bytes: bytes.length, file_key: file.id }
      }),
    )
    const stored = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []))
    const keys = stored.map((rendition) => rendition.file_key)
    const failure = outcomes.find((outcome) => outcome.status === "rejected")
    if (failure) {
      // A step that fails is not compensated, so what it did store is taken back here.
      await files.deleteFiles(keys)
      throw failure.reason
    }
    return new StepResponse({ ...photograph, renditions: stored }, keys)
  },
  async (keys, { container }) => {
    if (keys?.length) await container.resolve<IFileModuleService>(Modules.FILE).deleteFiles(keys)
  },
)
