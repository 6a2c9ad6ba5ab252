import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ScoringSheetSchema, type CriteriaSetInput, type RatingAuthorityInput, type ScoringSheetDto } from "@cho-phien/ocop"
import { readData } from "./csv"

const SHEETS_DIR = join(__dirname, "..", "data", "scoring-sheets")
const CONFIDENCE = ["confirmed", "unconfirmed"] as const

/** Every sheet under seed/data/scoring-sheets/<decision>/. @throws Error that names the file that isn't a scoring sheet */
export function scoringSheets(): ScoringSheetDto[] {
  return readdirSync(SHEETS_DIR).flatMap((decision) =>
    readdirSync(join(SHEETS_DIR, decision))
      .sort()
      .map((file) => {
        const read = ScoringSheetSchema.safeParse(JSON.parse(readFileSync(join(SHEETS_DIR, decision, file), "utf8")))
        if (!read.success) throw new Error(`seed/data/scoring-sheets/${decision}/${file}: ${read.error.message}`)
        return { ...read.data, id: `ocopsheet_${read.data.legal_version}_${read.data.set_no}` }
      }),
  )
}

export function criteriaSetRows(): CriteriaSetInput[] {
  return readData("ocop_criteria_sets.csv", ["legal_version", "part_a_max", "part_b_max", "part_c_max", "valid_from"]).map((row) => ({
    id: `ocopcrit_${row.text("legal_version")}`,
    legal_version: row.text("legal_version"),
    name: row.text("name"),
    part_a_max: Number(row.number("part_a_max")),
    part_b_max: Number(row.number("part_b_max")),
    part_c_max: Number(row.number("part_c_max")),
    minimum_members: row.oneOf("minimum_members", ["every_member", "majority"] as const),
    minimum_levels: row.oneOf("minimum_levels", ["cumulative", "own_level"] as const),
    valid_from: row.text("valid_from"),
    valid_to: row.optional("valid_to"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    legal_basis: row.text("legal_basis"),
    source: row.text("source"),
  }))
}

/** An empty `level` is an authority that isn't known. */
export function ratingAuthorityRows(): RatingAuthorityInput[] {
  return readData("ocop_rating_authorities.csv", ["role", "valid_from"]).map((row) => ({
    id: `ocopauth_${row.text("role")}_${row.text("star") || "dossiers"}_${row.text("valid_from")}`,
    role: row.oneOf("role", ["receives", "recognises"] as const),
    level: row.optional("level") === null ? null : row.oneOf("level", ["commune", "district", "province", "ministry"] as const),
    star: row.number("star"),
    valid_from: row.text("valid_from"),
    valid_to: row.optional("valid_to"),
    confidence: row.oneOf("confidence", CONFIDENCE),
    legal_basis: row.text("legal_basis"),
    source: row.text("source"),
  }))
}
