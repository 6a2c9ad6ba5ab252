import { ApiError, type Sentence } from "@cho-phien/administrative-units"

const notFound = (code: string, message: Sentence) => () => new ApiError({ type: "not_found", code, message })
const refused = (code: string, message: Sentence) => () => new ApiError({ type: "conflict", code, message })

export const unknownIndication = notFound("geographical_indications.unknown_indication", {
  vi: "Không có chỉ dẫn địa lý này trong sổ.",
  en: "The register does not hold this geographical indication.",
})

export const unknownRightOfUse = notFound("geographical_indications.unknown_right_of_use", {
  vi: "Không có văn bản ghi nhận quyền sử dụng này.",
  en: "There is no such document on a right of use.",
})

export const documentExists = refused("geographical_indications.document_exists", {
  vi: "Văn bản mang số này đã có trong sổ.",
  en: "A document with this number is in the register already.",
})

export const alreadyRevoked = refused("geographical_indications.already_revoked", {
  vi: "Quyền sử dụng này đã bị thu hồi.",
  en: "This right of use has been withdrawn already.",
})
