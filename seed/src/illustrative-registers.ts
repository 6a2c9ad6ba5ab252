import { createHash } from "node:crypto"
import { addDays, addMonths, type CivilDate } from "@cho-phien/administrative-units"
import { certificateCode, type RecognitionInput, type RegisterProductInput, type Stars } from "@cho-phien/ocop"
import { readData, type Row } from "./csv"
import { between, fraction } from "./deterministic"

const PRODUCER_KINDS = ["cooperative", "cooperative_group", "enterprise", "household_business", "individual"] as const
/** The story of the demonstration needs this one to hold, whatever the day. */
const ALWAYS_VALID = "Chè Đinh Tân Cương"
/** Share of the certificates without a date in the source that are shown as expiring and as expired. */
const EXPIRING_SHARE = 0.12
const EXPIRED_SHARE = 0.08

/** The OCOP products of public reports: real products, each with its source. */
export function registerProducts(): RegisterProductInput[] {
  return rows().map((row) => ({
    id: productId(row),
    name: row.text("name"),
    producer_name: row.optional("producer_name"),
    producer_kind: row.text("producer_kind") ? row.oneOf("producer_kind", PRODUCER_KINDS) : null,
    commune_code: row.optional("commune_code"),
    province_code: row.text("province_code"),
    product_set_no: row.number("product_set_no"),
    source: row.text("source"),
    confidence: row.oneOf("confidence", ["high", "medium", "low"] as const),
    illustrative: false,
  }))
}

/**
 * One recognition for every product whose stars a source reports. Number and day of a decision are taken from the source
 * where it names them; otherwise there is no number and the day is made up, spread so that on the day of seeding most
 * certificates hold, some expire soon and a few have expired. Codes are made up. All are flagged illustrative.
 */
export function illustrativeRecognitions(today: CivilDate): RecognitionInput[] {
  return rows()
    .filter((row) => row.text("star") !== "")
    .map((row) => {
      const id = `ocoprec_${row.text("no").padStart(3, "0")}`
      const reported = reportedDecision(row)
      return {
        id,
        ocop_product_id: productId(row),
        star: Number(row.number("star")) as Stars,
        decision_no: reported?.decision_no ?? null,
        issued_by: reported?.issued_by ?? null,
        issued_on: reported?.issued_on ?? madeUpIssue(row.text("name"), id, today),
        certificate_code: certificateCode(createHash("sha256").update(`certificate/${id}`).digest()),
        illustrative: true,
        source: row.text("source"),
      }
    })
}

function rows(): Row[] {
  return readData("ocop_products.csv", ["no", "name", "province_code"])
}

function productId(row: Row): string {
  return `ocop_${row.text("no").padStart(3, "0")}`
}

type Decision = { decision_no: string | null; issued_by: string | null; issued_on: CivilDate }

/** The decision a source names with its day ("QĐ 2361/QĐ-BNNMT 26/6/2025"), or the end it prints ("valid to 10/01/2023"). */
function reportedDecision(row: Row): Decision | null {
  const named = /(\d+\/QĐ-(UBND|BNNMT)) (\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(row.text("decision_reported"))
  if (named) {
    const [, decision_no = "", body, day = "", month = "", year = ""] = named
    const issued_by = body === "UBND" ? `Uỷ ban nhân dân tỉnh ${row.text("old_province")}` : "Bộ Nông nghiệp và Môi trường"
    return { decision_no, issued_by, issued_on: civil(year, month, day) }
  }
  const end = /valid to (\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(row.text("note"))
  if (!end) return null
  const [, day = "", month = "", year = ""] = end
  // 36 months under Decision 1048/2019.
  return { decision_no: null, issued_by: null, issued_on: addMonths(civil(year, month, day), -36) }
}

function civil(year: string, month: string, day: string): CivilDate {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
}

/** A certificate holds 36 months, 1,095 or 1,096 days; its last 180 are those of renewal. */
function madeUpIssue(name: string, id: string, today: CivilDate): CivilDate {
  const share = fraction(`${id}/status`)
  if (name === ALWAYS_VALID || share >= EXPIRING_SHARE + EXPIRED_SHARE) return addDays(today, -between(`${id}/issued`, 60, 850))
  if (share >= EXPIRED_SHARE) return addDays(today, -between(`${id}/issued`, 940, 1080))
  return addDays(today, -between(`${id}/issued`, 1110, 1400))
}
