import { ApiError } from "../../http/api-error"

export function unknownUnit(code: string): ApiError {
  return new ApiError({
    type: "not_found",
    code: "administrative_units.unknown_unit",
    message: {
      vi: `Không có đơn vị hành chính nào mang mã ${code}.`,
      en: `There is no administrative unit with the code ${code}.`,
    },
  })
}
