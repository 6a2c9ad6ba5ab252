import { ApiError } from "@cho-phien/administrative-units"

export const listHasErrors = (rows: number) =>
  new ApiError({
    type: "conflict",
    code: "ocop.list_has_errors",
    message: {
      vi: `Danh sách còn ${rows} dòng chưa rõ hoặc sai. Hãy sửa tệp, hoặc chọn bỏ lại các dòng đó.`,
      en: `${rows} rows of the list are wrong or unclear. Correct the file, or choose to leave them out.`,
    },
    details: { rows },
  })

export const listVerdictOutdated = () =>
  new ApiError({
    type: "conflict",
    code: "ocop.list_verdict_outdated",
    message: {
      vi: "Tệp hoặc sổ đã thay đổi sau khi kiểm tra. Chưa ghi gì cả. Hãy kiểm tra lại rồi ghi.",
      en: "The file or the register has changed since it was checked. Nothing was written. Please check again.",
    },
  })
