import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { GI_EVENTS } from "../events"
import { GI_MODULE } from "../modules/geographical-indications"
import type GeographicalIndicationsModuleService from "../modules/geographical-indications/service"

/** Tells the others about rights of use that ran out with the date alone: first tells, then notes it, so never not at all. */
export default async function announceRightOfUseChanges(container: MedusaContainer): Promise<void> {
  const service = container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
  const changed = await service.listUnannounced(todayInVietnam())
  if (changed.length === 0) return
  await container
    .resolve(Modules.EVENT_BUS)
    .emit(changed.map(({ id }) => ({ name: GI_EVENTS.rightOfUseChanged, data: { right_of_use_id: id } })))
  await service.markAnnounced(changed)
}

export const config = {
  name: "announce-right-of-use-changes",
  // 00:10 in Viet Nam; the host's clock is taken as UTC.
  schedule: "20 10 17 * * *",
}
