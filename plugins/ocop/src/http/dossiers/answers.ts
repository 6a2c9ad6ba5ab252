import { ADMINISTRATIVE_UNITS_MODULE, readerLanguage, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { setUnknown } from "../../modules/dossier/errors"
import type { ActBody, ActInput, PersonInput, SheetBody } from "../../modules/dossier/rules/act-input"
import type { DossierActor } from "../../modules/dossier/rules/roles-on-dossier"
import type { Person } from "../../modules/dossier/rows"
import { loadDossierLaw, presentSheet } from "../../queries/dossier-law"
import { presentCards, presentDossier, presentSets } from "../../queries/present-dossier"
import { dossierStore, presentComparison, presentOwnSheet } from "../../queries/present-ratings"
import { actOnDossierWorkflow } from "../../workflows/act-on-dossier"
import type { DossiersQuery, EditBody } from "./validators"

// One behaviour behind three doors (/seller, /official, /admin), which differ in who is asked.

/** Makes officials of people named by phone, and finds those named by id. Only the officials' door has it. */
export type Appoint = (people: readonly PersonInput[], role: "consultant" | "council") => Promise<Person[]>

type ListQuery = Partial<z.output<typeof DossiersQuery>> & { limit: number; offset: number }

export async function answerDossiers(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, query: ListQuery): Promise<void> {
  const { limit, offset, state, kind, commune, q, set_no, sort } = query
  const commune_names = sort?.by === "commune" ? await communeNames(req, actor) : undefined
  const filter = { limit, offset, states: state, kind, commune_code: commune, product_set_no: set_no, q: q || undefined, overdue: query.overdue === "true", mine: query.mine === "true", sort, commune_names }
  const { viewed, count, by_state, by_set, overdue } = await dossierStore(req.scope).listFor(actor, filter)
  const scope = actor.type === "producer" ? {} : { by_state, by_set: await presentSets(req.scope, by_set), overdue }
  res.json({ dossiers: await presentCards(req.scope, viewed), count, ...scope, limit, offset })
}

async function communeNames(req: MedusaRequest, actor: DossierActor): Promise<Map<string, string>> {
  const units = req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const found = await units.retrieveUnits(await dossierStore(req.scope).communesFor(actor))
  return new Map([...found].map(([code, { name }]) => [code, name]))
}

export async function answerDossier(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, status = 200): Promise<void> {
  const viewed = await dossierStore(req.scope).view(id, actor)
  noStore(res).status(status).json({ dossier: await presentDossier(req.scope, viewed, actor, readerLanguage(req)) })
}

export async function answerEdit(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, body: z.output<typeof EditBody>): Promise<void> {
  const store = dossierStore(req.scope)
  const { dossier } = await store.view(id, actor)
  const law = await loadDossierLaw(req.scope, dossier, body.product_set_no ?? dossier.product_set_no).catch((error: unknown) => {
    throw (error as { code?: string }).code === "ocop.unknown_scoring_sheet" ? setUnknown() : error
  })
  await store.editDossier(id, actor, body, law)
  await answerDossier(req, res, actor, id)
}

export async function answerAct(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, body: ActBody, appoint?: Appoint): Promise<void> {
  const input: ActInput = body.act === "consult" ? { ...body, consultants: await appointed(req, actor, id, body, appoint) } : body
  await actOnDossierWorkflow(req.scope).run({ input: { dossier_id: id, actor, input } })
  await answerAfter(req, res, actor, id)
}

/** Nobody becomes an official by an act that would be refused anyway. */
async function appointed(req: MedusaRequest, actor: DossierActor, id: string, body: Extract<ActBody, { act: "consult" }>, appoint?: Appoint): Promise<Person[]> {
  await dossierStore(req.scope).assertMayAct(id, actor, "consult", body.version)
  return appoint ? appoint(body.consultants, "consultant") : []
}

/** Who stepped out of a dossier sees it no more: their last act is answered without it. */
async function answerAfter(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string): Promise<void> {
  try {
    await answerDossier(req, res, actor, id)
  } catch (error) {
    if ((error as { code?: string }).code !== "dossier.unknown_dossier") throw error
    noStore(res).json({ dossier: null })
  }
}

export async function answerCriteria(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string): Promise<void> {
  const { dossier } = await dossierStore(req.scope).view(id, actor)
  const { inForce, reading } = await loadDossierLaw(req.scope, dossier)
  res.json(presentSheet(inForce, reading))
}

export async function answerSheet(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string): Promise<void> {
  noStore(res).json({ sheet: await presentOwnSheet(req.scope, await dossierStore(req.scope).view(id, actor), actor) })
}

export async function answerSaveSheet(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string, body: SheetBody): Promise<void> {
  const store = dossierStore(req.scope)
  await store.saveSheet(id, actor, body, await loadDossierLaw(req.scope, (await store.view(id, actor)).dossier))
  await answerSheet(req, res, actor, id)
}

export async function answerComparison(req: MedusaRequest, res: MedusaResponse, actor: DossierActor, id: string): Promise<void> {
  noStore(res).json({ comparison: await presentComparison(req.scope, await dossierStore(req.scope).view(id, actor), actor) })
}

/** Personal data: no cache keeps it. */
export function noStore(res: MedusaResponse): MedusaResponse {
  res.setHeader("Cache-Control", "private, no-store")
  return res
}

