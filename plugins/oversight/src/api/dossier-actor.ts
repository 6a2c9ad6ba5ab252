import type { dossierAnswers, DossierActor } from "@cho-phien/ocop"
import { appoint } from "../lib/appoint"
import { officialOf, type OfficialRequest } from "./require-official"

export type OfficialActor = Extract<DossierActor, { type: "official" }> & { illustrative: boolean }

/** The official as somebody who works on dossiers; what they are on each, its rules say. */
export function dossierActorOf(req: OfficialRequest): OfficialActor {
  const { id, name, role, unit_code, illustrative } = officialOf(req)
  return { type: "official", id, name, role, unit_code, illustrative }
}

/** Appoints for the office of the one who asks. `list` is the field errors are named after. */
export function appointFor(req: OfficialRequest, list: "consultants" | "members"): dossierAnswers.Appoint {
  const { unit_code, illustrative } = officialOf(req)
  return (people, role) => appoint(req.scope, { unit_code, illustrative }, people, role, list)
}
