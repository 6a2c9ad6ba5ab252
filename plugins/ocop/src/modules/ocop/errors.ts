import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import type { ChoiceFault } from "./rules/member-score"

const notFound = (code: string, message: Sentence) => () => new ApiError({ type: "not_found", code, message })
const refused = (code: string, message: Sentence) => () => new ApiError({ type: "not_allowed", code, status: 409, message })

export const unknownRegisterProduct = notFound("ocop.unknown_register_product", {
  vi: "Sổ đăng ký OCOP không có sản phẩm này.",
  en: "The OCOP register does not hold this product.",
})

export const unknownRecognition = notFound("ocop.unknown_recognition", {
  vi: "Không có quyết định công nhận này trong sổ đăng ký.",
  en: "The register does not hold this recognition.",
})

export const unknownCertificate = notFound("ocop.unknown_certificate", {
  vi: "Không có giấy chứng nhận OCOP nào mang mã này trong sổ đăng ký của Chợ Phiên. Hãy kiểm tra lại từng ký tự trên nhãn.",
  en: "The register of Chợ Phiên holds no OCOP certificate with this code. Please check every character on the label.",
})

export const unknownScoringSheet = notFound("ocop.unknown_scoring_sheet", {
  vi: "Không có phiếu đánh giá nào mang số này trong bộ tiêu chí đang có hiệu lực.",
  en: "The criteria in force have no scoring sheet with this number.",
})

export const noLawInForce = refused("ocop.no_law_in_force", {
  vi: "Không có quy định OCOP nào có hiệu lực vào ngày cấp này.",
  en: "No decision on OCOP was in force on this day of issue.",
})

export const issuedInFuture = refused("ocop.issued_in_future", {
  vi: "Ngày cấp không được ở tương lai.",
  en: "The day of issue must not lie in the future.",
})

export const alreadyRecognised = refused("ocop.already_recognised", {
  vi: "Sản phẩm đã có một giấy chứng nhận cấp cùng ngày.",
  en: "The product already has a certificate issued on the same day.",
})

export const alreadyRevoked = refused("ocop.already_revoked", {
  vi: "Giấy chứng nhận này đã bị thu hồi.",
  en: "This certificate has been withdrawn already.",
})

export const prolongationTooLong = refused("ocop.prolongation_too_long", {
  vi: "Thời gian kéo dài vượt quá mức pháp luật cho phép.",
  en: "The law does not allow so long a prolongation.",
})

/** Ticks that no option of the sheet answers to, one sentence per criterion. */
export function wrongChoices(faults: readonly ChoiceFault[]): ApiError {
  return new ApiError({
    type: "invalid_data",
    code: "ocop.wrong_choices",
    message: {
      vi: "Phiếu có mục không đúng với phiếu đánh giá. Vui lòng xem lại các mục được đánh dấu.",
      en: "Some ticks don't fit the scoring sheet. Please check the criteria that are marked.",
    },
    fields: Object.fromEntries(faults.map((fault) => [`options.${fault.criterion}`, faultSentence(fault)])),
  })
}

function faultSentence({ reason, accepted }: ChoiceFault): Sentence {
  if (reason === "unknown_criterion") {
    return { vi: "Phiếu này không có tiêu chí này.", en: "This sheet has no such criterion." }
  }
  const list = accepted.join(", ")
  return { vi: `Chọn đúng một trong các mức: ${list}.`, en: `Choose exactly one of the options ${list}.` }
}

export const certificateDoesNotHold = refused("ocop.certificate_does_not_hold", {
  vi: "Giấy chứng nhận này không còn hiệu lực hoặc đã có giấy mới thay, nên không in tem được.",
  en: "This certificate no longer holds or a later one has taken its place, so there is no label for it.",
})

export const nothingToSignWith = () =>
  new ApiError({
    type: "not_allowed",
    code: "ocop.nothing_to_sign_with",
    status: 503,
    message: {
      vi: "Hệ thống chưa có khoá ký (OCOP_SIGNING_KEY), nên chưa in tem được.",
      en: "This installation has no signing key (OCOP_SIGNING_KEY), so it can't make labels.",
    },
  })
