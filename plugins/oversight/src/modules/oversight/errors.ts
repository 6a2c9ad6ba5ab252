import { ApiError } from "@cho-phien/administrative-units"

/** Errors an official may meet. */
export const oversightErrors = {
  notAnOfficial: () =>
    new ApiError({
      status: 404,
      type: "not_found",
      code: "oversight.not_an_official",
      message: {
        vi: "Số điện thoại này chưa được cấp quyền cán bộ. Xin liên hệ đơn vị vận hành sàn.",
        en: "This phone number has no official's access. Please contact the operator of the marketplace.",
      },
    }),
  outOfScope: () =>
    new ApiError({
      status: 403,
      type: "not_allowed",
      code: "oversight.out_of_scope",
      message: {
        vi: "Địa bàn này nằm ngoài phạm vi được giao của ông/bà.",
        en: "This area lies outside the scope assigned to you.",
      },
    }),
  unknownUnit: () =>
    new ApiError({
      status: 404,
      type: "not_found",
      code: "oversight.unknown_unit",
      message: {
        vi: "Không có đơn vị hành chính nào mang mã này.",
        en: "No administrative unit has this code.",
      },
    }),
}
