import { todayInVietnam } from "@cho-phien/administrative-units"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import type { Acted, Prolongation, RegisterActor, Withdrawal } from "../../modules/ocop/register-acts"
import type OcopModuleService from "../../modules/ocop/service"

export type RecognitionChange = ({ act: "revoke" } & Withdrawal) | ({ act: "prolong" } & Prolongation)

/** Withdraws or prolongs a certificate with its line in the history. The last step that writes, and one transaction: it needs no undoing. */
export const changeRecognitionStep = createStep(
  "change-recognition",
  async ({ change, actor }: { change: RecognitionChange; actor: RegisterActor }, { container }) => {
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    const { act, ...order } = change
    const today = todayInVietnam()
    const acted: Acted =
      act === "revoke"
        ? await ocop.withdrawRecognition(order as Withdrawal, actor, today)
        : await ocop.prolongRecognition(order as Prolongation, actor, today)
    return new StepResponse(acted)
  },
)
