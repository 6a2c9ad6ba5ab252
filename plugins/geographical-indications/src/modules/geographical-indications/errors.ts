import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import type { ZoneJudgement } from "./rules/zone"

const notFound = (code: string, message: Sentence) => () => new ApiError({ type: "not_found", code, message })
const refused = (code: string, message: Sentence) => () => new ApiError({ type: "conflict", code, message })

export const unknownIndication = notFound("geographical_indications.unknown_indication", {
  vi: "Không có chỉ dẫn địa lý hay nhãn hiệu này trong sổ.",
  en: "The register does not hold this geographical indication or mark.",
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

export const revokedBeforeIssue = () =>
  fieldError("geographical_indications.revoked_before_issue", "revoked_on", {
    vi: "Ngày thu hồi không thể trước ngày cấp.",
    en: "A right cannot be withdrawn before it was given.",
  })

const ZONE_SENTENCES: Record<string, { code: string; message: Sentence }> = {
  outside: {
    code: "geographical_indications.outside_zone",
    message: {
      vi: "Nơi sản xuất nằm ngoài vùng chỉ dẫn địa lý. Muốn vẫn ghi nhận, phải nêu lý do; lý do được lưu lại.",
      en: "The producer is outside the zone. To enter the right all the same, give a reason; the reason is kept.",
    },
  },
  ambiguous: {
    code: "geographical_indications.place_ambiguous",
    message: {
      vi: "Xã hiện nay chỉ nằm một phần trong vùng, nên chưa rõ người sản xuất ở trong hay ngoài vùng. Hãy chọn xã trước 01/07/2025, hoặc nêu lý do vẫn ghi nhận.",
      en: "Only part of today's commune lies in the zone, so it is not clear whether the producer is inside. Choose the commune of before 1 July 2025, or give a reason to enter the right all the same.",
    },
  },
  inside_unconfirmed: {
    code: "geographical_indications.zone_unconfirmed",
    message: {
      vi: "Nơi sản xuất có trong danh sách vùng, nhưng danh sách này chưa được đối chiếu với bản mô tả đã đăng ký. Muốn ghi nhận, phải nêu lý do; lý do được lưu lại.",
      en: "The producer is inside the listed zone, but the list has not been checked against the registered description. To enter the right, give a reason; the reason is kept.",
    },
  },
  zone_unknown: {
    code: "geographical_indications.zone_unknown",
    message: {
      vi: "Sổ chưa có vùng của chỉ dẫn địa lý này. Muốn ghi nhận, phải nêu lý do; lý do được lưu lại.",
      en: "The register does not know the zone of this indication yet. To enter the right, give a reason; the reason is kept.",
    },
  },
}

/** A right that the zone does not carry by itself; `zone` tells why. It is entered when it comes again with a reason. */
export function zoneReasonNeeded(judgement: ZoneJudgement): ApiError {
  const sentence = ZONE_SENTENCES[judgement.finding]
  if (!sentence) throw new Error(`a right of use with the finding ${judgement.finding} needs no reason`)
  return new ApiError({ type: "conflict", ...sentence, details: { zone: judgement } })
}

/** Wrong input that only the register could tell, said at its field. */
export function fieldError(code: string, field: string, sentence: Sentence): ApiError {
  return new ApiError({ type: "invalid_data", code, message: sentence, fields: { [field]: sentence } })
}
