import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import { latestProlongation, termOfCertificate, termsOn, type Terms } from "./recognition-terms"

// The law as it is seeded.
const number = (text: string) => (text === "" ? null : Number(text))
const rows = parse(readFileSync(resolve(__dirname, "../../../../../../seed/data/ocop_legal_versions.csv")), { columns: true }) as Record<string, string>[]
const laws = rows.map((row) => ({
  version: row.version,
  valid_from: row.valid_from,
  valid_to: row.valid_to || null,
  validity_months: Number(row.validity_months),
  renewal_opens_days: number(row.renewal_opens_days ?? ""),
  prolongation_max_days: number(row.prolongation_max_days ?? ""),
  min_score_5: Number(row.min_score_5),
  min_score_4: Number(row.min_score_4),
  min_score_3: Number(row.min_score_3),
})) as Terms[]

function lawOn(day: string): Terms {
  const law = termsOn(laws, day)
  if (!law) throw new Error(`no law on ${day}`)
  return law
}

test("the law of the day, the newer one where two overlap", () => {
  expect(termsOn(laws, "2019-01-01")).toBeNull()
  expect(lawOn("2020-12-31").version).toBe("QD1048-2019")
  expect(lawOn("2023-02-24").version).toBe("QD148-2023")
  expect(lawOn("2026-05-21").version).toBe("QD148-2023")
  expect(lawOn("2026-05-22").version).toBe("QD26-2026")
  expect(lawOn("2030-01-01").version).toBe("QD26-2026")
})

test("a certificate holds 36 months; renewal opens 180 days before, prolongation ends 180 days after", () => {
  const law = lawOn("2026-06-01")
  expect(termOfCertificate("2026-06-01", law)).toEqual({ expires_on: "2029-06-01", renewal_opens_on: "2028-12-03" })
  expect(latestProlongation("2029-06-01", law)).toBe("2029-11-28")
  expect(latestProlongation("2023-06-01", lawOn("2020-06-01"))).toBeNull()
})
