import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import { LIMITS } from "./limits"

const refused = (code: string, message: Sentence, status = 400, details?: Record<string, unknown>) =>
  new ApiError({ type: "invalid_data", code: `ocop.${code}`, status, message, details })

/** Why a file could not be read as a list. Nothing of it was stored. */
export const listFileErrors = {
  empty: () => refused("list_empty", { vi: "Tệp trống. Hãy chọn tệp XLSX hoặc CSV có danh sách.", en: "The file is empty. Choose an XLSX or CSV file with the list." }),
  tooLarge: () =>
    refused("list_too_large", { vi: "Tệp lớn quá 5 MB. Hãy bỏ ảnh và các trang không cần, hoặc chia thành nhiều tệp.", en: "The file is larger than 5 MB. Take out pictures and other sheets, or split it." }, 413),
  bomb: () => refused("list_unpacks_too_large", { vi: "Tệp nén này bung ra quá lớn nên không được mở.", en: "This packed file would unpack to far too much, so it was not opened." }, 413),
  tooManyRows: () =>
    refused("list_too_many_rows", { vi: `Tệp có hơn ${LIMITS.rows.toLocaleString("vi")} dòng. Hãy chia theo từng quyết định.`, en: `The file has more than ${LIMITS.rows.toLocaleString("en")} rows. Split it by decision.` }, 413),
  tooManyColumns: () => refused("list_too_many_columns", { vi: `Tệp có hơn ${LIMITS.columns} cột. Hãy bỏ các cột không cần.`, en: `The file has more than ${LIMITS.columns} columns. Take out those not needed.` }, 413),
  macros: () => refused("list_has_macros", { vi: "Tệp có macro nên không được nhận. Hãy lưu lại dạng .xlsx.", en: "The file holds macros and is not taken. Save it as .xlsx." }, 415),
  format: () =>
    refused("list_wrong_format", { vi: "Chỉ nhận tệp .xlsx hoặc .csv. Tệp Excel cũ (.xls), Word, PDF hay ảnh cần được lưu lại dạng .xlsx.", en: "Only .xlsx and .csv are taken. Save an old Excel (.xls), Word, PDF or picture file as .xlsx." }, 415),
  damaged: () => refused("list_damaged", { vi: "Không mở được tệp: tệp hỏng hoặc có mật khẩu. Hãy mở bằng Excel và lưu lại.", en: "The file can't be opened: it is damaged or has a password. Open it and save it again." }),
  encoding: () =>
    refused("list_wrong_encoding", { vi: "Chữ trong tệp bị hỏng bảng mã (có thể là TCVN3 hoặc VNI). Hãy mở bằng Excel và lưu dạng “CSV UTF-8” hoặc .xlsx.", en: "The letters of the file are in an encoding that can't be read (perhaps TCVN3 or VNI). Save it as “CSV UTF-8” or .xlsx." }),
  merged: (range: string) =>
    refused("list_has_merged_cells", { vi: `Ô ${range} bị gộp trong phần dữ liệu. Hãy bỏ gộp ô (Unmerge) và điền đủ từng dòng.`, en: `The cells ${range} are merged inside the data. Unmerge them and fill in every row.` }, 400, { cells: range }),
  headings: (missing: Sentence) =>
    refused("list_headings_missing", { vi: `Không thấy cột: ${missing.vi}. Hãy dùng tên cột như trong tệp mẫu.`, en: `No column found for: ${missing.en}. Use the headings of the template.` }),
  headingTwice: (cells: string) => refused("list_heading_twice", { vi: `Có hai cột cùng nghĩa: ${cells}. Hãy giữ một cột.`, en: `Two columns mean the same: ${cells}. Keep one.` }, 400, { cells }),
  noRows: () => refused("list_no_rows", { vi: "Dưới dòng tên cột không có dòng nào.", en: "There is no row below the headings." }),
}
