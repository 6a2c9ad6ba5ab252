import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { parseInput } from "@cho-phien/administrative-units"
import { choicesOf, DossierFormChange, emptyForm, lacksConsent, mergeAssessment, mergeForm, SelfAssessmentChange, type DossierForm } from "./dossier-form"
import { missingForSubmission, type SubmissionFacts } from "./submission-check"

const FILLED: DossierForm = {
  ...emptyForm(),
  product_name: "Chè nõn tôm",
  product_description: "Gói 200 g",
  applicant_name: "HTX chè minh hoạ",
  organisation_kind: "cooperative",
  address: "Xóm 2, xã Tân Cương",
  phone: "0900000001",
  representative_name: "Nguyễn Thị Minh Hoạ",
  representative_position: "Giám đốc",
  registration_no: "4600000000",
  history: "Thành lập năm 2018",
  raw_materials: "Vùng chè 12 ha",
  markets: "Trong tỉnh",
  business_results: "Doanh thu 1 tỷ",
  plan: "Mở rộng",
  samples: 5,
}
const COMPLETE: SubmissionFacts = {
  kind: "first",
  form: FILLED,
  self_assessment: { "1.1": { option: 2, description: null }, "1.2": { option: 0, description: null } },
  criteria: [{ no: "1.1", title: "Nguồn nguyên liệu" }, { no: "1.2", title: "Gia tăng giá trị" }],
  evidence: [],
  samples_required: true,
  window: null,
}
const fields = (facts: SubmissionFacts) => missingForSubmission(facts).map(({ field }) => field)

describe("what is missing", () => {
  test("nothing from a complete dossier, everything from an empty one", () => {
    expect(fields(COMPLETE)).toEqual([])
    const empty = fields({ ...COMPLETE, form: emptyForm(), self_assessment: {} })
    expect(empty).toEqual(expect.arrayContaining(["form.product_name", "form.plan", "form.samples", "criteria.1.1", "criteria.1.2"]))
    expect(empty).toHaveLength(16)
  })

  test("taking away any one thing names just that", () => {
    const needed = Object.keys(FILLED).filter((field) => FILLED[field as keyof DossierForm] !== null && !["sensitive_consent", "holds"].includes(field)) as (keyof DossierForm)[]
    fc.assert(fc.property(fc.constantFrom(...needed), (field) => {
      // Without a kind of organisation nobody can say whether a registration is needed: the kind alone is asked for.
      expect(fields({ ...COMPLETE, form: { ...FILLED, [field]: null } })).toEqual([`form.${field}`])
    }))
  })

  test("a co-operative group needs no registration, community tourism no samples", () => {
    expect(fields({ ...COMPLETE, form: { ...FILLED, organisation_kind: "cooperative_group", registration_no: null } })).toEqual([])
    expect(fields({ ...COMPLETE, samples_required: false, form: { ...FILLED, samples: null } })).toEqual([])
    expect(fields({ ...COMPLETE, form: { ...FILLED, samples: 4 } })).toEqual(["form.samples"])
  })

  test("what is ticked is proved, once per kind of proof", () => {
    const form = mergeForm(FILLED, { holds: { business_registration: true, trademark: true, patent: true } })
    expect(fields({ ...COMPLETE, form })).toEqual(["attachments.business_registration", "attachments.intellectual_property"])
    expect(fields({ ...COMPLETE, form, evidence: ["intellectual_property", "business_registration"] })).toEqual([])
  })

  test("an upgrade and a re-rating say what changed; too early is not handed in; late needs its reason", () => {
    expect(fields({ ...COMPLETE, kind: "upgrade" })).toEqual(["form.changes"])
    const window = { opens_on: "2027-01-01", closes_on: "2027-03-02", expires_on: "2027-06-30", prolonged_until_at_most: "2027-12-27" }
    const again = { ...COMPLETE, kind: "re_rating" as const, form: { ...FILLED, changes: "Bao bì mới" } }
    expect(fields({ ...again, window: { ...window, status: "early" } })).toEqual(["window"])
    expect(fields({ ...again, window: { ...window, status: "open" } })).toEqual([])
    for (const status of ["late", "expired"] as const) {
      expect(fields({ ...again, window: { ...window, status } })).toEqual(["form.late_reason"])
      expect(fields({ ...again, form: { ...again.form, late_reason: "Ốm" }, window: { ...window, status } })).toEqual([])
    }
    expect(missingForSubmission({ ...again, window: { ...window, status: "late" } })[0]?.sentence.vi).toContain("27/12/2027")
  })
})

describe("the form", () => {
  test("what is not given stays; what is given empty is empty", () => {
    const merged = mergeForm(FILLED, parseInput(DossierFormChange, { history: "  ", markets: " Cả nước " }))
    expect(merged.history).toBeNull()
    expect(merged.markets).toBe("Cả nước")
    expect(merged.plan).toBe(FILLED.plan)
  })

  test("nothing sensitive without consent", () => {
    const facts = { representative_gender: "female" as const, representative_ethnicity: "Tày", representative_disability: false }
    expect(lacksConsent(FILLED, facts)).toBe(true)
    expect(lacksConsent(FILLED, { ...facts, sensitive_consent: true })).toBe(false)
    const kept = mergeForm(FILLED, { ...facts, sensitive_consent: true })
    expect(kept).toMatchObject(facts)
    expect(mergeForm(kept, { sensitive_consent: false })).toMatchObject({ representative_gender: null, representative_ethnicity: null, representative_disability: null })
  })

  test("wrong input is named by its field", () => {
    for (const [body, field] of [
      [{ stars: 5 }, "stars"],
      [{ samples: 2.5 }, "samples"],
      [{ registered_on: "2026-02-30" }, "registered_on"],
      [{ email: "not an address" }, "email"],
      [{ history: "x".repeat(10_001) }, "history"],
      [{ holds: { nobel_prize: true } }, "holds.nobel_prize"],
    ] as const) {
      expect(() => parseInput(DossierFormChange, body)).toThrowError(expect.objectContaining({ fields: { [field]: expect.anything() } }))
    }
  })

  test("answers are merged criterion by criterion, null takes one away", () => {
    const first = mergeAssessment({}, parseInput(SelfAssessmentChange, { "1.1": { option: 2 }, "1.2": { option: null, description: "sau" } }))
    expect(choicesOf(first)).toEqual({ "1.1": 2 })
    expect(mergeAssessment(first, { "1.1": null })).toEqual({ "1.2": { option: null, description: "sau" } })
  })
})
