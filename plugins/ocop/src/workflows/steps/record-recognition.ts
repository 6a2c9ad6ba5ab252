import { todayInVietnam } from "@cho-phien/administrative-units"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import type { Acted, RegisterActor } from "../../modules/ocop/register-acts"
import type OcopModuleService from "../../modules/ocop/service"
import type { RecognitionInput } from "../../modules/ocop/service"

type Input = { recognition: RecognitionInput; actor: RegisterActor }

/** Enters a recognition with its line in the history. Undone by taking it out again; the history then says so. */
export const recordRecognitionStep = createStep(
  "record-recognition",
  async ({ recognition, actor }: Input, { container }) => {
    const acted: Acted = await container.resolve<OcopModuleService>(OCOP_MODULE).enterRecognition(recognition, actor, todayInVietnam())
    return new StepResponse(acted, acted.unchanged ? null : { id: acted.recognition.id, ocop_product_id: acted.recognition.ocop_product_id, actor })
  },
  async (entered, { container }) => {
    if (!entered) return
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    await ocop.deleteRecognitions([entered.id])
    await ocop.writeActs([{ ocop_product_id: entered.ocop_product_id, recognition_id: entered.id, act: "undo" }], entered.actor)
  },
)
