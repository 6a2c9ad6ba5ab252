import { ApiError } from "@cho-phien/administrative-units"

/** A refund that does not exist, and one of somebody else's, answer the same. */
export const moneyBackNotFound = () =>
  new ApiError({ type: "not_found", code: "money_back.not_found", message: { vi: "Không tìm thấy khoản hoàn tiền này.", en: "This refund does not exist." } })
