import { emptyForm } from "../src/modules/dossier/rules/dossier-form"
import type { DossierActor } from "../src/modules/dossier/rules/roles-on-dossier"
import type { DossierLaw, DossierRow } from "../src/modules/dossier/rows"
import type DossierModuleService from "../src/modules/dossier/service"

// People, law and steps of a dossier for specs of the module itself: everything but the module is made small.

export const producer: DossierActor = { type: "producer", id: "m1", name: "Người bán", seller_id: "sel_1" }
export const official = (id: string, role: "commune" | "province" | "council", unit_code: string): DossierActor => ({ type: "official", id, name: id, role, unit_code })
export const commune = official("c", "commune", "05503")
export const province = official("p", "province", "19")
const FILLED = {
  ...emptyForm(),
  product_name: "Chè", product_description: "x", applicant_name: "HTX", organisation_kind: "cooperative_group" as const, address: "x", phone: "0900000001",
  representative_name: "x", representative_position: "x", history: "x", raw_materials: "x", markets: "x", business_results: "x", plan: "x", samples: 5,
}

export const law = (dossier_version: number): DossierLaw => ({
  dossier_version,
  legal_version: "QD26-2026",
  criteria: [{ no: "1.1", title: "x" }],
  samples_required: true,
  former_expires_on: null,
  renewal: { renewal_opens_days: 180, renewal_closes_days: 120, prolongation_max_days: 180 },
  assertChoices() {},
  unanswered: () => [],
  rate: (sheets) => ({ average: "75.00", band: 4, star: 4, capped_by: [], members: sheets.length }),
  mayRecognise: (level, star) => (star === 5 ? level === "ministry" : level === "province"),
  issuers: { province: "UBND tỉnh", ministry: "Bộ" },
  highest_serial: 7,
})

/** The deadlines and the quorum the module needs before anything is handed in. */
export async function loadTerms(store: DossierModuleService): Promise<void> {
  const rounds = [{ received_before: "04-30", decided_before: "06-30" }, { received_before: "10-30", decided_before: "12-30" }]
  await store.importDossierLaw({
    calendar: [],
    terms: [{ id: "t", legal_version: "QD26-2026", commune_working_days: 15, re_rating_days: 45, province_rounds: rounds, ministry_rounds: rounds, quorum_members: 2, quorum_of: 3, confidence: "unconfirmed", legal_basis: "spec", source: "spec" }],
  })
}

/** A dossier at this or that point of its way. */
export class DossierSteps {
  constructor(private readonly store: DossierModuleService) {}

  async drafted(ocop_product_id: string | null = null, change: { product_name?: string; product_set_no?: number; commune_code?: string; listing_id?: string } = {}): Promise<string> {
    const id = await this.store.createDossier({ seller_id: "sel_1", kind: ocop_product_id ? "upgrade" : "first", commune_code: change.commune_code ?? "05503", province_code: "19", product_set_no: change.product_set_no ?? 11, ocop_product_id, listing_id: change.listing_id ?? null, form: { ...FILLED, product_name: change.product_name ?? FILLED.product_name, changes: "x" }, illustrative: false }, producer)
    await this.store.editDossier(id, producer, { version: 1, self_assessment: { "1.1": { option: 1, description: null } } }, law(1))
    return id
  }

  async act(id: string, actor: DossierActor, input: object): Promise<DossierRow> {
    const { version } = (await this.store.view(id, actor)).dossier
    return (await this.store.act(id, actor, { ...input, version } as never, law(version))).dossier
  }

  async beforeCouncil(listing_id?: string): Promise<string> {
    const id = await this.drafted(null, listing_id ? { listing_id } : {})
    await this.act(id, producer, { act: "submit" })
    await this.act(id, commune, { act: "report", report: { local_material: "x", local_labour: "x", idea_origin: "x", local_identity: "x" } })
    await this.act(id, commune, { act: "forward", letter_no: "1", letter_date: "2026-06-01", samples: 5 })
    await this.act(id, province, { act: "consult", consultants: [{ official_id: "k", name: "k", organisation: null }] })
    await this.act(id, province, { act: "advise", advice: { summary: "x", surveyed_on: null, survey_note: null, tests_note: null, recommendation: "put_to_council" } })
    const council_id = await this.store.saveCouncil({ level: "province", province_code: "19", name: "x", decision_no: null, decided_on: null, illustrative: false, members: [{ official_id: "a", name: "a", organisation: null, role: "chair" }, { official_id: "b", name: "b", organisation: null, role: "secretary" }, { official_id: "d", name: "d", organisation: null, role: "member" }] }, null)
    await this.act(id, province, { act: "open_council", council_id })
    return id
  }

  async scored(listing_id?: string): Promise<string> {
    const id = await this.beforeCouncil(listing_id)
    for (const member of ["a", "d"]) await this.store.saveSheet(id, official(member, "council", "19"), { version: 1, options: { "1.1": 1 }, comments: {}, general_comment: null, hand_in: true }, law((await this.store.view(id, province)).dossier.version))
    await this.act(id, official("b", "council", "19"), { act: "close_council", minutes: { held_on: "2026-06-10", place: null, discussion: null, conclusion: null } })
    return id
  }
}
