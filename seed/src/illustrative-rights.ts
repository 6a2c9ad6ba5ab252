import { addDays, bareName, type CivilDate } from "@cho-phien/administrative-units"
import type { RecordRightOfUseInput } from "@cho-phien/geographical-indications"
import { readData } from "./csv"
import { between } from "./deterministic"
import { SEED_ACTOR } from "./seed-actor"

/** Tea of the tea plant: the product set that the indication Tân Cương is about. */
const TEA_SET = 11
const TAN_CUONG = "tan-cuong-che"
const THAI_NGUYEN_MARK = "nhtt-che-thai-nguyen"
/** Enough to see what a mark looks like beside an indication. */
const MARK_USERS = 3
const REASON = "Dữ liệu minh hoạ: danh sách xã của vùng theo báo chí, chưa đối chiếu với bản mô tả đã đăng ký."

/**
 * Rights to use the indication Tân Cương for the tea producers of the register whose old commune lies in its zone, and to use
 * the collective mark of Thái Nguyên tea for some whose commune does not.
 */
export function illustrativeRightsOfUse(today: CivilDate): RecordRightOfUseInput[] {
  const zone = new Map(
    readData("gi_zone_units.csv")
      .filter((row) => row.text("gi_handle") === TAN_CUONG)
      .map((row) => [`${bareName(row.text("old_unit"))}/${row.text("commune_code")}`, row.text("old_commune_code")]),
  )
  const inside = new Map<string, { commune_code: string; old_commune_code: string }>()
  const outside = new Map<string, { commune_code: string; old_commune_code: null }>()
  for (const row of readData("ocop_products.csv", ["no", "name", "province_code"])) {
    const [producer, commune_code] = [row.text("producer_name"), row.text("commune_code")]
    if (row.number("product_set_no") !== TEA_SET || !producer || !commune_code || row.text("province_code") !== "19") continue
    const old = zone.get(`${bareName(row.text("old_commune"))}/${commune_code}`)
    if (old) inside.set(producer, { commune_code, old_commune_code: old })
    else if (![...zone.keys()].some((key) => key.endsWith(`/${commune_code}`))) outside.set(producer, { commune_code, old_commune_code: null })
  }
  const right = (handle: string, document: string, issuer: string) => ([producer_name, place]: [string, RecordRightOfUseInput["place"]], index: number) => ({
    right: {
      id: `giuse_${handle}_${index + 1}`,
      gi_id: `gi_${handle}`,
      producer_name,
      document_no: `MH-${String(index + 1).padStart(2, "0")}/${document}`,
      issued_by: issuer,
      issued_on: addDays(today, -between(`${producer_name}/right of use`, 60, 700)),
      expires_on: null,
      illustrative: true,
      source: "generated for the demonstration",
      override_reason: REASON,
    },
    place,
    actor: SEED_ACTOR,
  })
  const indication = right(TAN_CUONG, "TC", "Tổ chức quản lý chỉ dẫn địa lý Tân Cương (minh hoạ)")
  const mark = right(THAI_NGUYEN_MARK, "NHTT", "Chủ sở hữu nhãn hiệu tập thể (minh hoạ)")
  const members = [...outside].filter(([producer]) => !inside.has(producer)).slice(0, MARK_USERS)
  return [...[...inside].map(indication), ...members.map(mark)]
}
