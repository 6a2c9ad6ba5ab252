import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changedMeanwhile, notYourAct, unknownCouncil } from "../../modules/dossier/errors"
import type { CouncilBody } from "../../modules/dossier/rules/act-input"
import { COUNCIL_STATES } from "../../modules/dossier/rules/dossier-types"
import type { DossierActor } from "../../modules/dossier/rules/roles-on-dossier"
import type { CouncilRow } from "../../modules/dossier/rows"
import { dossierStore } from "../../queries/present-ratings"
import type { Appoint } from "./answers"

type Official = Extract<DossierActor, { type: "official" }>
type Office = { level: "province"; province_code: string } | { level: "ministry"; province_code: null }

/** Councils are the province's office's, and the ministry's. @throws ApiError 403 `dossier.not_your_act` */
function officeOf({ role, unit_code }: Official): Office {
  if (role === "ministry") return { level: "ministry", province_code: null }
  if (role === "province" && unit_code?.length === 2) return { level: "province", province_code: unit_code }
  throw notYourAct()
}

export async function answerCouncils(req: MedusaRequest, res: MedusaResponse, actor: Official, { limit, offset }: { limit: number; offset: number }): Promise<void> {
  const [rows, count] = await dossierStore(req.scope).listAndCountCouncils(officeOf(actor), { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } })
  res.json({ councils: await present(req, rows as unknown as CouncilRow[]), count, limit, offset })
}

export async function answerCouncil(req: MedusaRequest, res: MedusaResponse, actor: Official, id: string, status = 200): Promise<void> {
  const [row] = await dossierStore(req.scope).listCouncils({ id, ...officeOf(actor) })
  if (!row) throw unknownCouncil()
  const [council] = await present(req, [row as unknown as CouncilRow])
  res.status(status).json({ council })
}

export async function answerSaveCouncil(
  req: MedusaRequest,
  res: MedusaResponse,
  actor: Official & { illustrative: boolean },
  body: CouncilBody,
  appoint: Appoint,
  known: { id: string; version: number } | null = null,
): Promise<void> {
  const office = officeOf(actor)
  if (known) {
    const [row] = await dossierStore(req.scope).listCouncils({ id: known.id, ...office }, { select: ["id", "version"] })
    if (!row) throw unknownCouncil()
    // Asked again under the lock; here so that nobody becomes an official by a write that is refused.
    if (row.version !== known.version) throw changedMeanwhile(row.version)
  }
  const people = await appoint(body.members, "council")
  const members = people.map((person, index) => ({ ...person, role: body.members[index]?.role ?? ("member" as const) }))
  const { name, decision_no, decided_on } = body
  const id = await dossierStore(req.scope).saveCouncil({ ...office, name, decision_no, decided_on, members, illustrative: actor.illustrative }, known)
  await answerCouncil(req, res, actor, id, known ? 200 : 201)
}

async function present(req: MedusaRequest, councils: CouncilRow[]) {
  const ratings = await dossierStore(req.scope).listDossierRatings({ council_id: councils.map(({ id }) => id), closed_at: null }, { select: ["dossier_id", "council_id"] })
  const open = await dossierStore(req.scope).listDossiers({ id: ratings.map(({ dossier_id }) => dossier_id), state: [...COUNCIL_STATES] }, { select: ["id"] })
  const units = await req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(councils.flatMap(({ province_code }) => province_code ?? []))
  return councils.map(({ id, level, province_code, name, decision_no, decided_on, members, version, illustrative }) => {
    const unit = province_code === null ? undefined : units.get(province_code)
    return {
      id,
      version,
      level,
      province: unit ? { code: unit.code, name: unit.name, full_name: unit.full_name } : null,
      name,
      decision_no,
      decided_on,
      members,
      open_dossiers: ratings.filter((rating) => rating.council_id === id && open.some((dossier) => dossier.id === rating.dossier_id)).length,
      illustrative,
    }
  })
}
