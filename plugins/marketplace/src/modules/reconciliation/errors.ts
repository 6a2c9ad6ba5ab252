import { ApiError } from "@cho-phien/administrative-units"

export const differenceNotFound = () =>
  new ApiError({
    type: "not_found",
    code: "reconciliation.difference_not_found",
    message: { vi: "Chênh lệch này không còn mở.", en: "This difference is no longer open." },
  })

export const futureDay = () =>
  new ApiError({
    type: "invalid_data",
    code: "reconciliation.future_day",
    message: { vi: "Ngày này chưa đến.", en: "This day has not come yet." },
    fields: { day: { vi: "Chọn hôm nay hoặc trước đó.", en: "Choose today or earlier." } },
  })
