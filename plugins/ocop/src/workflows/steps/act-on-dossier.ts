import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DOSSIER_MODULE } from "../../modules/dossier"
import type { ActInput } from "../../modules/dossier/rules/act-input"
import type { DossierActor } from "../../modules/dossier/rules/roles-on-dossier"
import type DossierModuleService from "../../modules/dossier/service"
import { loadDossierLaw } from "../../queries/dossier-law"

export type DossierActInput = { dossier_id: string; actor: DossierActor; input: ActInput }

/** One transaction. Only a recognition is followed by other steps, and only a recognition can be undone. */
export const actOnDossierStep = createStep(
  "act-on-dossier",
  async ({ dossier_id, actor, input }: DossierActInput, { container }) => {
    const store = container.resolve<DossierModuleService>(DOSSIER_MODULE)
    const law = await loadDossierLaw(container, (await store.view(dossier_id, actor)).dossier)
    const { dossier, before, act } = await store.act(dossier_id, actor, input, law)
    const { state, decision } = before
    return new StepResponse({ dossier_id, seller_id: dossier.seller_id, act, from: state, to: dossier.state }, act === "recognise" ? { dossier_id, state, decision } : null)
  },
  async (done, { container }) => {
    if (done) await container.resolve<DossierModuleService>(DOSSIER_MODULE).undoRecognition(done.dossier_id, { state: done.state, decision: done.decision })
  },
)
