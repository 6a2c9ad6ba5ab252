import { addMonths, ApiError, isCivilDate, type CivilDate } from "@cho-phien/administrative-units"
import type { Period } from "./listing-sales"

/** The papers of a dossier look back three years at most (form 02: results since the recognition); five leave room. */
export const LONGEST_PERIOD_MONTHS = 60

/**
 * The period of a statement of sales. Without `to` it ends today, without `from` it begins with the first day of the
 * eleventh month before its end: twelve months.
 * @throws ApiError 400 `evidence.bad_period` that says for each day what is wrong with it
 */
export function readPeriod(asked: { from?: string; to?: string }, today: CivilDate): Period {
  const [from, to] = [asDay(asked.from), asDay(asked.to)]
  const end = to || today
  if (!isCivilDate(end)) throw badPeriod({ to: NO_DAY })
  if (end > today) throw badPeriod({ to: { vi: "Ngày cuối không được sau hôm nay.", en: "The last day must not be after today." } })
  const start = from || addMonths(`${end.slice(0, 7)}-01`, -11)
  if (!isCivilDate(start)) throw badPeriod({ from: NO_DAY })
  if (start > end) throw badPeriod({ from: { vi: "Ngày đầu phải trước hoặc trùng ngày cuối.", en: "The first day must not be after the last." } })
  if (start <= addMonths(end, -LONGEST_PERIOD_MONTHS)) {
    throw badPeriod({ from: { vi: `Mỗi bản kê dài nhất ${LONGEST_PERIOD_MONTHS} tháng. Xin chọn kỳ ngắn hơn.`, en: `A statement covers at most ${LONGEST_PERIOD_MONTHS} months. Please choose a shorter period.` } })
  }
  return { from: start, to: end }
}

const NO_DAY = { vi: "Ngày này không có. Xin ghi ngày/tháng/năm, ví dụ 31/01/2026.", en: "There is no such day. Please write day/month/year, such as 31/01/2026." }

/** 31/1/2026, as people in Viet Nam write it, or 31012026 from a keyboard of digits, besides 2026-01-31; anything else stays what it is, and is refused. */
function asDay(written: string | undefined): string | undefined {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written?.trim() ?? "") ?? /^(\d{2})(\d{2})(\d{4})$/.exec(written?.trim() ?? "") ?? []
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : written
}

function badPeriod(fields: Record<string, { vi: string; en: string }>): ApiError {
  return new ApiError({
    type: "invalid_data",
    code: "evidence.bad_period",
    message: { vi: "Kỳ của bản kê chưa đúng.", en: "The period of the statement is not right." },
    fields,
  })
}
