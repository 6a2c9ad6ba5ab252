import { expect, test } from "vitest"
import { actsOf, isActOf, mayAct, nextState, statesWaitingFor } from "./dossier-state"
import {
  DOSSIER_ACTS,
  DOSSIER_KINDS,
  DOSSIER_ROLES,
  DOSSIER_STATES,
  FINAL_STATES,
  type DossierAct,
  type DossierFacts,
  type DossierRole,
  type DossierState,
  type Rank,
} from "./dossier-types"

const FACTS: DossierFacts[] = DOSSIER_KINDS.flatMap((kind) =>
  [false, true].flatMap((advised) =>
    [false, true].flatMap((handed_in) => ([null, 1, 2, 3, 4, 5] as (Rank | null)[]).map((result) => ({ kind, advised, handed_in, result }))),
  ),
)

/** The procedure as a person reads it off Article 7, written down a second time and differently. */
const PROCEDURE: Record<DossierState, Partial<Record<DossierRole, string>>> = {
  draft: { producer: "edit attach submit>submitted withdraw>withdrawn" },
  submitted: {
    producer: "withdraw>withdrawn",
    commune: "attach report>commune_reported return_to_producer>returned_by_commune",
  },
  returned_by_commune: { producer: "edit attach submit>submitted withdraw>withdrawn" },
  commune_reported: {
    producer: "withdraw>withdrawn",
    commune: "attach report return_to_producer>returned_by_commune forward>at_province",
  },
  at_province: {
    producer: "withdraw>withdrawn",
    province: "attach return_to_producer>returned_by_province consult>consulting advise? open_council>at_council?",
  },
  returned_by_province: { producer: "edit attach submit>at_province withdraw>withdrawn" },
  consulting: {
    producer: "withdraw>withdrawn",
    province: "attach return_to_producer>returned_by_province consult advise open_council>at_council?",
    consultant: "attach return_to_producer>returned_by_province advise",
  },
  at_council: {
    chair: "score? recuse reopen_sheet close_council>council_scored",
    secretary: "recuse reopen_sheet close_council>council_scored",
    member: "score? recuse",
  },
  council_scored: {
    province: "attach approve_potential_5>approved_potential_5? recognise>recognised? refuse>not_recognised",
  },
  approved_potential_5: { province: "attach send_to_ministry>at_ministry" },
  at_ministry: { ministry: "attach open_council>at_central_council return_to_province>approved_potential_5" },
  at_central_council: {
    chair: "score? recuse reopen_sheet close_council>central_scored",
    secretary: "recuse reopen_sheet close_council>central_scored",
    member: "score? recuse",
  },
  central_scored: { ministry: "attach recognise>recognised? send_back>back_to_province?" },
  back_to_province: { province: "attach open_council>at_council recognise>recognised? refuse>not_recognised" },
  recognised: {},
  not_recognised: {},
  withdrawn: {},
}

/** What the `?` of the table hangs on. */
function conditionHolds(state: DossierState, act: DossierAct, facts: DossierFacts): boolean {
  if (act === "score") return !facts.handed_in
  if (act === "approve_potential_5") return facts.result === 5
  if (act === "send_back") return facts.result !== null && facts.result !== 5
  if (act === "recognise") return state === "central_scored" ? facts.result === 5 : facts.result === 3 || facts.result === 4
  if (act === "advise") return facts.kind === "re_rating"
  return facts.advised && (state === "consulting" || facts.kind === "re_rating")
}

test("every state, act, role and fact leads where the procedure says, and nowhere else", () => {
  let allowed = 0
  for (const state of DOSSIER_STATES) {
    for (const role of DOSSIER_ROLES) {
      const entries = (PROCEDURE[state][role] ?? "").split(" ").filter(Boolean)
      for (const act of DOSSIER_ACTS) {
        const entry = entries.find((e) => e.replace(/[>?].*/, "") === act)
        const target = (entry?.match(/>(\w+)/)?.[1] ?? state) as DossierState
        for (const facts of FACTS) {
          const expected = entry && (!entry.endsWith("?") || conditionHolds(state, act, facts)) ? target : null
          expect(nextState(state, act, role, facts), `${state} ${act} ${role} ${JSON.stringify(facts)}`).toBe(expected)
          if (expected) allowed += 1
        }
      }
    }
  }
  expect(allowed).toBeGreaterThan(1000)
})

test("every state is reached from the draft, and from every one a final state is", () => {
  const edges = DOSSIER_STATES.flatMap((from) =>
    DOSSIER_ACTS.flatMap((act) => DOSSIER_ROLES.flatMap((role) => FACTS.flatMap((facts) => {
      const to = nextState(from, act, role, facts)
      return to && to !== from ? [{ from, to }] : []
    }))),
  )
  const reach = (start: DossierState[], forward: boolean) => {
    const found = new Set(start)
    for (let before = -1; before < found.size; ) {
      before = found.size
      for (const { from, to } of edges) if (found.has(forward ? from : to)) found.add(forward ? to : from)
    }
    return found
  }
  expect([...reach(["draft"], true)].sort()).toEqual([...DOSSIER_STATES].sort())
  expect([...reach([...FINAL_STATES], false)].sort()).toEqual([...DOSSIER_STATES].sort())
})

test("nothing is done to a dossier that has ended", () => {
  for (const state of FINAL_STATES) for (const facts of FACTS) expect(actsOf(state, DOSSIER_ROLES, facts)).toEqual([])
})

test("nobody but the province recognises three and four stars, nobody but the ministry five", () => {
  for (const state of DOSSIER_STATES) for (const role of DOSSIER_ROLES) for (const facts of FACTS) {
    if (nextState(state, "recognise", role, facts) === null) continue
    expect(role).toBe(facts.result === 5 ? "ministry" : "province")
    expect(facts.result).toBeGreaterThanOrEqual(3)
  }
})

test("a council rates nothing that nobody reported on, but what comes back from the ministry", () => {
  for (const state of DOSSIER_STATES) for (const facts of FACTS) {
    if (nextState(state, "open_council", "province", facts) === null || state === "back_to_province") continue
    expect(facts.advised).toBe(true)
  }
})

test("who is two things at once may do what either may", () => {
  const facts: DossierFacts = { kind: "first", advised: true, result: null, handed_in: false }
  expect(mayAct("at_council", "close_council", ["province", "chair"], facts)).toEqual({ role: "chair", to: "council_scored" })
  expect(mayAct("at_council", "close_council", ["province", "member"], facts)).toBeNull()
  expect(actsOf("consulting", ["province", "consultant"], facts)).toEqual(["attach", "return_to_producer", "consult", "advise", "open_council"])
})

test("an act is somebody's when there is a state in which they may do it", () => {
  for (const act of DOSSIER_ACTS) for (const role of DOSSIER_ROLES) {
    const ever = DOSSIER_STATES.some((state) => FACTS.some((facts) => nextState(state, act, role, facts) !== null))
    expect(isActOf(act, [role])).toBe(ever)
  }
})

test("what waits for an office is what it can move on", () => {
  expect(statesWaitingFor(["commune"])).toEqual(["submitted", "commune_reported"])
  expect(statesWaitingFor(["ministry"])).toEqual(["at_ministry", "central_scored"])
  expect(statesWaitingFor(["member"])).toEqual(["at_council", "at_central_council"])
})
