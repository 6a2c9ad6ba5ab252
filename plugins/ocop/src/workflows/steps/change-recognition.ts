import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import { unknownRecognition } from "../../modules/ocop/errors"
import type OcopModuleService from "../../modules/ocop/service"

export type RecognitionChange =
  | { id: string; act: "revoke"; revoked_on: string; reason: string }
  | { id: string; act: "prolong"; until: string }

/** Withdraws or prolongs a certificate. Undone by writing the former facts back. @throws ApiError 404 `ocop.unknown_recognition` */
export const changeRecognitionStep = createStep(
  "change-recognition",
  async (change: RecognitionChange, { container }) => {
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    const [former] = await ocop.listRecognitions({ id: change.id })
    if (!former) throw unknownRecognition()
    const changed =
      change.act === "revoke"
        ? await ocop.revokeRecognition(change.id, change.revoked_on, change.reason)
        : await ocop.prolongRecognition(change.id, change.until)
    const { id, revoked_on, revocation_reason, prolonged_until, announced_status } = former
    return new StepResponse(changed, { id, revoked_on, revocation_reason, prolonged_until, announced_status })
  },
  async (former, { container }) => {
    if (former) await container.resolve<OcopModuleService>(OCOP_MODULE).updateRecognitions(former)
  },
)
