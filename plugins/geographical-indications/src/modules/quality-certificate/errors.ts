import { ApiError, type Sentence } from "@cho-phien/administrative-units"

const refused = (code: string, message: Sentence, fields?: Record<string, Sentence>) => () => new ApiError({ type: "conflict", code, message, fields })
const wrong = (code: string, field: string, message: Sentence) => () => new ApiError({ type: "invalid_data", code, message, fields: { [field]: message } })

export const unknownCertificate = () =>
  new ApiError({
    type: "not_found",
    code: "quality_certificates.unknown",
    message: { vi: "Không có giấy này.", en: "There is no such certificate." },
  })

export const paperWrong = (fields: Record<string, Sentence>) =>
  new ApiError({
    type: "invalid_data",
    code: "quality_certificates.paper_wrong",
    message: {
      vi: "Một số mục chưa đúng. Hãy xem các mục được đánh dấu; những gì đã điền vẫn còn nguyên.",
      en: "Some of the input is not right. Please look at the marked fields; everything you typed is still there.",
    },
    fields,
  })

const existing: Sentence = { vi: "Gian hàng đã nộp giấy mang số này rồi.", en: "The shop has handed in a paper with this number already." }
export const certificateExists = refused("quality_certificates.exists", existing, { number: existing })

export const alreadyReviewed = refused("quality_certificates.already_reviewed", {
  vi: "Giấy này đã được xem xét rồi.",
  en: "This certificate has been reviewed already.",
})

export const notConfirmed = refused("quality_certificates.not_confirmed", {
  vi: "Chỉ thu hồi được giấy đã xác nhận và chưa bị thu hồi.",
  en: "Only a confirmed certificate that has not been withdrawn can be withdrawn.",
})

export const evidenceChanged = refused("quality_certificates.evidence_changed", {
  vi: "Bản chụp đã được thay sau khi trang này mở ra. Chưa ghi gì; hãy tải lại trang và xem bản mới.",
  en: "The scan was replaced since this page was opened. Nothing was stored; please reload the page and look at the new one.",
})

export const reasonNeededWithoutEvidence = wrong("quality_certificates.reason_needed", "reason", {
  vi: "Giấy này không kèm bản chụp. Hãy ghi đã đối chiếu bản chính ở đâu, khi nào.",
  en: "No scan came with this paper. Say where and when you saw the original.",
})

export const LISTINGS_NEEDED: Sentence = {
  vi: "Hãy chọn ít nhất một món hàng của gian hàng mà giấy này áp dụng.",
  en: "Choose at least one of your shop's goods that this paper is about.",
}
export const noListingsChosen = wrong("quality_certificates.listings_needed", "product_ids", LISTINGS_NEEDED)

export const evidenceTooLarge = wrong("quality_certificates.evidence_too_large", "file", {
  vi: "Tệp lớn hơn 10 MB. Hãy chụp lại nhỏ hơn hoặc nén tệp PDF.",
  en: "The file is larger than 10 MB. Please send a smaller picture or a compressed PDF.",
})

export const evidenceUnsupported = wrong("quality_certificates.evidence_unsupported", "file", {
  vi: "Tệp này không phải PDF hay ảnh JPEG, PNG, WebP (xét theo nội dung, không theo tên). Hãy chọn tệp khác.",
  en: "This file is not a PDF or a JPEG, PNG or WebP picture (by its content, not its name). Please choose another.",
})

export const evidenceMissing = () =>
  new ApiError({
    type: "not_found",
    code: "quality_certificates.no_evidence",
    message: { vi: "Giấy này không kèm bản chụp.", en: "No scan came with this certificate." },
  })
