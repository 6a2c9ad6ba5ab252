import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { OCOP_EVENTS } from "../events"
import { OCOP_MODULE } from "../modules/ocop"
import type OcopModuleService from "../modules/ocop/service"

/**
 * Tells the others about certificates that passed into another status with the date alone (expiring, expired).
 * First tells, then notes what it told: after a crash in between it tells again, never not at all.
 * A second run on the same day finds nothing.
 */
export default async function announceRecognitionChanges(container: MedusaContainer): Promise<void> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const changed = await ocop.listUnannounced(todayInVietnam())
  if (changed.length === 0) return
  const productIds = [...new Set(changed.map((recognition) => recognition.ocop_product_id))]
  await container
    .resolve(Modules.EVENT_BUS)
    .emit(productIds.map((id) => ({ name: OCOP_EVENTS.recognitionChanged, data: { ocop_product_id: id } })))
  await ocop.markAnnounced(changed)
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`OCOP: ${changed.length} certificates changed status`)
}

export const config = {
  name: "announce-recognition-changes",
  // 00:05 in Viet Nam, whatever zone the server runs in: the host's clock is taken as UTC.
  schedule: "24 5 17 * * *",
}
