import type { DossierRole } from "./dossier-types"

/** Who asks. An official's `role` says what they are in general; on one dossier it is their unit, or a seat, that counts. */
export type DossierActor =
  | { type: "producer"; id: string; name: string; seller_id: string }
  | {
      type: "official"
      id: string
      name: string
      role: "commune" | "province" | "ministry" | "consultant" | "council"
      /** 2 digits: province, 5: commune, null: ministry */
      unit_code: string | null
    }
  | { type: "operator"; id: string; name: string }

export type Seat = { official_id: string; role: "chair" | "secretary" | "member"; recused: boolean }

export type DossierPlace = {
  /** Whether it was ever handed in; until then it is its producer's alone. */
  handed_in: boolean
  seller_id: string
  commune_code: string
  province_code: string
  /** Whether the province ever sent it to the ministry. */
  sent_to_ministry: boolean
  consultants: readonly string[]
  /** Seats of the council it lies before, or lay before last. */
  seats: readonly Seat[]
}

/** What somebody is on a dossier; nothing for who may not even see it. A member who stepped out is nothing any more. */
export function rolesOn(actor: DossierActor, dossier: DossierPlace): DossierRole[] {
  if (actor.type === "producer") return actor.seller_id === dossier.seller_id ? ["producer"] : []
  if (actor.type === "operator" || !dossier.handed_in) return []
  const roles: DossierRole[] = []
  if (actor.role === "commune" && actor.unit_code !== null && actor.unit_code === dossier.commune_code) roles.push("commune")
  if (actor.role === "province" && actor.unit_code !== null && actor.unit_code === dossier.province_code) roles.push("province")
  if (actor.role === "ministry" && dossier.sent_to_ministry) roles.push("ministry")
  if (dossier.consultants.includes(actor.id)) roles.push("consultant")
  for (const seat of dossier.seats) if (seat.official_id === actor.id && !seat.recused) roles.push(seat.role)
  return roles
}

/** The operator reads what was handed in; drafts are the producer's alone. */
/** Gender, ethnicity and disability of the representative: for the offices whose forms ask for them, not for who rates the product. */
export function maySeeSensitive(roles: readonly DossierRole[]): boolean {
  return roles.some((role) => role === "producer" || role === "commune" || role === "province" || role === "ministry")
}

export function maySee(actor: DossierActor, dossier: DossierPlace): boolean {
  if (actor.type === "operator") return dossier.handed_in
  return rolesOn(actor, dossier).length > 0
}
