import fc from "fast-check"
import { expect, test } from "vitest"
import { judgeRows, type JudgeContext, type KnownProduct, type PlacedRow, type Verdict } from "./judge-rows"

const law = { version: "QD26-2026", valid_from: "2018-01-01", valid_to: null, validity_months: 36, renewal_opens_days: 180, prolongation_max_days: 180, min_score_5: 90, min_score_4: 70, min_score_3: 50 }
const row: PlacedRow = {
  row: 2, register_id: null, code: null, name: "Chè Đinh Tân Cương", producer_name: "HTX chè Hảo Đạt", producer_kind: "cooperative",
  place: { code: null, commune: null, district: null, province: null }, product_set_no: null, star: 4, decision_no: "310/QĐ-UBND",
  issued_on: "2026-06-15", issued_by: "UBND tỉnh Thái Nguyên", expires_on: null, reasons: [],
  placed: { place: { commune_code: "05503", province_code: "19" } },
}
const known: KnownProduct = { id: "ocop_1", code: "19-05503-1-2023", name: "Chè Đinh Tân Cương", producer_name: "HTX chè Hảo Đạt", producer_kind: "cooperative", commune_code: "05503", province_code: "19", product_set_no: 11, illustrative: false, recognitions: [] }
const context = (register: KnownProduct[] = [], more: Partial<JudgeContext> = {}): JudgeContext => ({ register, laws: [law], today: "2026-11-22", scope: "19", authorities: [], level: "operator", illustrative: false, ...more })
const one = (change: Partial<PlacedRow>, register: KnownProduct[] = [], more: Partial<JudgeContext> = {}) => judgeRows([{ ...row, ...change }], context(register, more))[0] as Verdict

/** The register after a verdict was written. */
function after(register: KnownProduct[], verdicts: Verdict[]): KnownProduct[] {
  const next = structuredClone(register)
  for (const { row: number, write } of verdicts) {
    if (!write) continue
    let product = next.find((entry) => entry.id === write.product.id)
    if (!product) next.push((product = { id: `ocop_new${number}`, code: null, producer_kind: null, commune_code: null, product_set_no: null, ...write.product.facts, recognitions: [] } as unknown as KnownProduct))
    Object.assign(product, write.product.facts)
    const recognition = product.recognitions.find((entry) => entry.id === write.recognition.id)
    if (recognition) Object.assign(recognition, write.recognition.facts)
    else product.recognitions.push({ id: `rec${number}`, certificate_code: "CP", revoked_on: null, decision_no: null, issued_by: null, ...write.recognition.facts } as KnownProduct["recognitions"][number])
  }
  return next
}

test("new, recognised again, corrected, unchanged", () => {
  expect(one({}).kind).toBe("create")
  const first = one({}, [known])
  expect(first).toMatchObject({ kind: "create", ocop_product_id: "ocop_1" })
  const written = after([known], [first])
  expect(one({}, written)).toMatchObject({ kind: "unchanged", write: null, changes: [] })
  expect(one({ star: 5 }, written)).toMatchObject({ kind: "update", changes: [{ field: "star", before: 4, after: 5 }] })
  expect(one({ issued_on: "2026-06-16" }, written).changes.map((change) => change.field)).toEqual(["issued_on", "expires_on"])
  expect(one({ code: "19-05503-1-2023", name: "Chè Đinh Tân Cương đặc biệt" }, written).changes).toEqual([{ field: "name", before: known.name, after: "Chè Đinh Tân Cương đặc biệt" }])
})

test("what nobody can tell is asked, never guessed", () => {
  const twin = { ...known, id: "ocop_2", code: null }
  expect(one({}, [known, twin])).toMatchObject({ kind: "ambiguous", candidates: [{ id: "ocop_1" }, { id: "ocop_2" }] })
  expect(one({ register_id: "ocop_2" }, [known, twin])).toMatchObject({ kind: "create", ocop_product_id: "ocop_2" })
  expect(one({ register_id: "new" }, [known])).toMatchObject({ kind: "create", ocop_product_id: null })
  expect(one({ name: "Chè Đinh Tân Cương 200g" }, [known]).kind).toBe("ambiguous")
  expect(one({ code: "19-05503-1-2023", name: "Miến dong", producer_name: "THT Na Rì" }, [known]).kind).toBe("ambiguous")
  expect(one({ placed: { problem: { vi: "a", en: "b" }, candidates: [{ id: "05503", label: "x" }] } }).kind).toBe("ambiguous")
})

test("refused: another province, the future, no law, a withdrawn certificate, a row twice", () => {
  expect(one({ placed: { place: { commune_code: null, province_code: "04" } } }).kind).toBe("error")
  expect(one({ code: known.code }, [{ ...known, province_code: "04" }]).kind).toBe("error")
  expect(one({ register_id: "ocop_1" }, [{ ...known, province_code: "04" }]).kind).toBe("error")
  expect(one({ issued_on: "2026-11-23" }).kind).toBe("error")
  expect(one({ issued_on: "2017-12-31" }).kind).toBe("error")
  const recognition = { id: "r", star: 4, decision_no: "310/QĐ-UBND", issued_by: null, issued_on: "2026-06-15", expires_on: "2029-06-15", revoked_on: "2026-07-01", illustrative: false, certificate_code: "CP" }
  expect(one({}, [{ ...known, recognitions: [recognition] }]).kind).toBe("error")
  expect(judgeRows([row, { ...row, row: 3 }], context()).map((verdict) => verdict.kind)).toEqual(["create", "error"])
})

test("a province enters no five stars, a ministry no fewer; where the law is not at hand the row carries a word of warning", () => {
  const recognises = (level: "district" | "province" | "ministry" | null, star: number, valid_from: string, valid_to: string | null) => ({ role: "recognises" as const, level, star, valid_from, valid_to, confidence: "confirmed" as const, legal_basis: "" })
  const authorities = [
    recognises("district", 3, "2023-02-24", "2025-07-01"), recognises(null, 3, "2025-07-01", "2026-05-22"), recognises("province", 3, "2026-05-22", null),
    recognises("province", 4, "2023-02-24", null), recognises("ministry", 5, "2023-02-24", null),
  ]
  const by = (level: "province" | "ministry", change: Partial<PlacedRow>, register: KnownProduct[] = []) => one(change, register, { authorities, level, scope: null })
  expect(by("province", { star: 5 })).toMatchObject({ kind: "error", write: null, reasons: [{ field: "star" }] })
  expect(by("province", { star: 4 })).toMatchObject({ kind: "create", reasons: [] })
  expect(by("ministry", { star: 5 })).toMatchObject({ kind: "create", reasons: [] })
  expect(by("ministry", { star: 4 }).kind).toBe("error")
  expect(by("province", { star: 3, issued_on: "2024-03-01" })).toMatchObject({ kind: "create", reasons: [{ field: "star" }] })
  expect(by("province", { star: 3, issued_on: "2025-08-01" })).toMatchObject({ kind: "create", reasons: [{ field: "star" }] })
  // Nor does a province take stars of the ministry away; what is the same already may stand in its list.
  const given = after([known], [by("ministry", { star: 5 }, [known])])
  expect(by("province", { star: 4 }, given).kind).toBe("error")
  expect(by("province", { star: 5 }, given).kind).toBe("unchanged")
  expect(by("province", { star: 5, product_set_no: 12 }, given)).toMatchObject({ kind: "update", changes: [{ field: "product_set_no" }] })
})

test("an invented official makes nothing real, and a real one makes the invented real", () => {
  expect(one({}, [], { illustrative: true }).write).toMatchObject({ product: { facts: { illustrative: true } }, recognition: { facts: { illustrative: true } } })
  expect(one({}, [{ ...known, illustrative: true }]).changes).toContainEqual({ field: "illustrative", before: true, after: false })
})

test("whatever the list, written once it changes nothing the second time", () => {
  const rows = fc.array(
    fc.record({
      name: fc.constantFrom("Chè Đinh Tân Cương", "Chè nõn", "Miến dong", "Mật ong rừng", "chè  đinh TÂN cương"),
      producer_name: fc.constantFrom("HTX chè Hảo Đạt", "Hợp tác xã chè Hảo Đạt", "THT Na Rì"),
      star: fc.constantFrom(3 as const, 4 as const, 5 as const),
      issued_on: fc.constantFrom("2024-01-10", "2026-06-15", "2026-06-16"),
      code: fc.constantFrom(null, "19-05503-1-2023", "19-05503-2-2026"),
      register_id: fc.constantFrom(null, null, "ocop_1"),
      commune: fc.constantFrom(null, "05503"),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(rows, (list) => {
      const placed = list.map(({ commune, ...facts }, index) => ({ ...row, ...facts, row: index + 2, placed: { place: { commune_code: commune, province_code: "19" } } }))
      const verdicts = judgeRows(placed, context([known]))
      const written = verdicts.map((verdict, index) => ({ verdict, placed: placed[index] as PlacedRow })).filter(({ verdict }) => verdict.write)
      const register = after([known], verdicts)
      const again = judgeRows(written.map((entry) => entry.placed), context(register))
      expect(again.every((verdict) => verdict.kind === "unchanged" || verdict.kind === "ambiguous" || verdict.kind === "error")).toBe(true)
    }),
    { numRuns: 500 },
  )
})
