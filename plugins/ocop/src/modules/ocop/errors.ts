import { ApiError, type Sentence } from "@cho-phien/administrative-units"

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
