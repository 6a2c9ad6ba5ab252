import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import type OcopModuleService from "../../modules/ocop/service"
import type { RecognitionDto, RecognitionInput } from "../../modules/ocop/service"

export const recordRecognitionStep = createStep(
  "record-recognition",
  async (input: RecognitionInput, { container }) => {
    const [recognition] = await container.resolve<OcopModuleService>(OCOP_MODULE).recordRecognitions([input])
    return new StepResponse(recognition as RecognitionDto, recognition?.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve<OcopModuleService>(OCOP_MODULE).deleteRecognitions([id])
  },
)
