import {
  COUNCIL_STATES,
  DOSSIER_ACTS,
  EDITABLE_STATES,
  type DossierAct,
  type DossierFacts,
  type DossierRole,
  type DossierState,
} from "./dossier-types"

type Rule = {
  act: DossierAct
  roles: readonly DossierRole[]
  from: readonly DossierState[]
  /** null: the dossier stays where it is. */
  to: DossierState | null
  when?: (facts: DossierFacts) => boolean
}

/** The producer may take the dossier back until it lies before the council. */
const BEFORE_COUNCIL: readonly DossierState[] = ["draft", "submitted", "returned_by_commune", "commune_reported", "at_province", "returned_by_province", "consulting"]

/**
 * All there is: who may do what, from where to where. For a re-rating the office itself reports and the council may be
 * asked without consultants (26/2026/QĐ-TTg Article 7.6.c); else the consultants' report comes first (Article 7.3.c).
 */
const RULES: readonly Rule[] = [
  { act: "edit", roles: ["producer"], from: EDITABLE_STATES, to: null },
  { act: "attach", roles: ["producer"], from: EDITABLE_STATES, to: null },
  { act: "attach", roles: ["commune"], from: ["submitted", "commune_reported"], to: null },
  { act: "attach", roles: ["province"], from: ["at_province", "consulting", "council_scored", "approved_potential_5", "back_to_province"], to: null },
  { act: "attach", roles: ["consultant"], from: ["consulting"], to: null },
  { act: "attach", roles: ["ministry"], from: ["at_ministry", "central_scored"], to: null },
  { act: "submit", roles: ["producer"], from: ["draft", "returned_by_commune"], to: "submitted" },
  { act: "submit", roles: ["producer"], from: ["returned_by_province"], to: "at_province" },
  { act: "withdraw", roles: ["producer"], from: BEFORE_COUNCIL, to: "withdrawn" },

  { act: "report", roles: ["commune"], from: ["submitted", "commune_reported"], to: "commune_reported" },
  { act: "return_to_producer", roles: ["commune"], from: ["submitted", "commune_reported"], to: "returned_by_commune" },
  { act: "forward", roles: ["commune"], from: ["commune_reported"], to: "at_province" },

  { act: "return_to_producer", roles: ["province"], from: ["at_province", "consulting"], to: "returned_by_province" },
  { act: "return_to_producer", roles: ["consultant"], from: ["consulting"], to: "returned_by_province" },
  { act: "consult", roles: ["province"], from: ["at_province", "consulting"], to: "consulting" },
  { act: "advise", roles: ["consultant", "province"], from: ["consulting"], to: null },
  { act: "advise", roles: ["province"], from: ["at_province"], to: null, when: ({ kind }) => kind === "re_rating" },
  { act: "open_council", roles: ["province"], from: ["consulting"], to: "at_council", when: ({ advised }) => advised },
  { act: "open_council", roles: ["province"], from: ["at_province"], to: "at_council", when: ({ kind, advised }) => kind === "re_rating" && advised },
  { act: "open_council", roles: ["province"], from: ["back_to_province"], to: "at_council" },
  { act: "open_council", roles: ["ministry"], from: ["at_ministry"], to: "at_central_council" },

  { act: "score", roles: ["chair", "member"], from: COUNCIL_STATES, to: null, when: ({ handed_in }) => !handed_in },
  { act: "recuse", roles: ["chair", "secretary", "member"], from: COUNCIL_STATES, to: null },
  { act: "reopen_sheet", roles: ["chair", "secretary"], from: COUNCIL_STATES, to: null },
  { act: "close_council", roles: ["chair", "secretary"], from: ["at_council"], to: "council_scored" },
  { act: "close_council", roles: ["chair", "secretary"], from: ["at_central_council"], to: "central_scored" },

  { act: "recognise", roles: ["province"], from: ["council_scored", "back_to_province"], to: "recognised", when: ({ result }) => result === 3 || result === 4 },
  { act: "approve_potential_5", roles: ["province"], from: ["council_scored"], to: "approved_potential_5", when: ({ result }) => result === 5 },
  { act: "refuse", roles: ["province"], from: ["council_scored", "back_to_province"], to: "not_recognised" },
  { act: "send_to_ministry", roles: ["province"], from: ["approved_potential_5"], to: "at_ministry" },
  { act: "return_to_province", roles: ["ministry"], from: ["at_ministry"], to: "approved_potential_5" },
  { act: "recognise", roles: ["ministry"], from: ["central_scored"], to: "recognised", when: ({ result }) => result === 5 },
  { act: "send_back", roles: ["ministry"], from: ["central_scored"], to: "back_to_province", when: ({ result }) => result !== null && result < 5 },
]

/** Where an act of this role leads; null when it isn't theirs, or not now. An act that moves nothing leads to the same state. */
export function nextState(state: DossierState, act: DossierAct, role: DossierRole, facts: DossierFacts): DossierState | null {
  const rule = RULES.find((r) => r.act === act && r.roles.includes(role) && r.from.includes(state) && (r.when?.(facts) ?? true))
  return rule ? (rule.to ?? state) : null
}

/** The first of the viewer's roles that may do it, with where it leads. */
export function mayAct(state: DossierState, act: DossierAct, roles: readonly DossierRole[], facts: DossierFacts): { role: DossierRole; to: DossierState } | null {
  for (const role of roles) {
    const to = nextState(state, act, role, facts)
    if (to) return { role, to }
  }
  return null
}

/** What a viewer may do now, in the order of the procedure. */
export function actsOf(state: DossierState, roles: readonly DossierRole[], facts: DossierFacts): DossierAct[] {
  return DOSSIER_ACTS.filter((act) => mayAct(state, act, roles, facts) !== null)
}

/** Whether the act is ever theirs, whatever the state: tells "not yours" from "not now". */
export function isActOf(act: DossierAct, roles: readonly DossierRole[]): boolean {
  return RULES.some((rule) => rule.act === act && rule.roles.some((role) => roles.includes(role)))
}

/** States in which a role has something to do that moves the dossier on; what waits for somebody is found by it. */
export function statesWaitingFor(roles: readonly DossierRole[]): DossierState[] {
  const moving = RULES.filter((rule) => !["attach", "recuse", "withdraw"].includes(rule.act) && rule.roles.some((role) => roles.includes(role)))
  return [...new Set(moving.flatMap((rule) => rule.from))]
}
