import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { DOSSIER_MODULE } from "../modules/dossier"
import type DossierModuleService from "../modules/dossier/service"
import { registerRecognitionWorkflow } from "../workflows/register-recognition"

/** Younger ones may still be on their way in another process. */
const SETTLED_AFTER_MS = 2 * 60_000

/**
 * Finishes recognitions that were decided but never reached the register, because a process died in between. One at a
 * time for a dossier: a run that fails takes back what it entered, and that must not be what another run builds on.
 */
export default async function finishRecognitions(container: MedusaContainer): Promise<void> {
  const store = container.resolve<DossierModuleService>(DOSSIER_MODULE)
  const pending = await store.listDossiers({ registration: "pending", updated_at: { $lt: new Date(Date.now() - SETTLED_AFTER_MS) } }, { select: ["id"], take: 50 })
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { id } of pending) {
    try {
      const finished = await container.resolve(Modules.LOCKING).execute(`ocop-finish-recognition:${id}`, async () => {
        const [still] = await store.listDossiers({ id, registration: "pending" }, { select: ["id"] })
        if (!still) return false
        await registerRecognitionWorkflow(container).run({ input: { dossier_id: id, actor_id: "finish-recognitions" } })
        return true
      })
      if (finished) logger.info(`OCOP: the recognition of dossier ${id} was cut off and has been finished`)
    } catch (error) {
      logger.error(`OCOP: the recognition of dossier ${id} could not be finished: ${error instanceof Error ? error.message : JSON.stringify(error)}`)
    }
  }
}

export const config = { name: "finish-recognitions", schedule: "54 */5 * * * *" }
