import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import type { DossierAct, DossierState } from "./rules/dossier-types"
import type { Missing } from "./rules/submission-check"

const notFound = (code: string, message: Sentence) => () => new ApiError({ type: "not_found", code, message })
const refused = (code: string, message: Sentence) => (details?: Record<string, unknown>) => new ApiError({ type: "conflict", code, message, details })
const forbidden = (code: string, message: Sentence) => () => new ApiError({ type: "not_allowed", code, message })

/** The same answer for what doesn't exist and for what isn't the asker's to see. */
export const unknownDossier = notFound("dossier.unknown_dossier", {
  vi: "Không có hồ sơ này trong phạm vi của ông/bà.",
  en: "There is no such dossier among those you may see.",
})
export const unknownCouncil = notFound("dossier.unknown_council", {
  vi: "Không có hội đồng này trong phạm vi của ông/bà.",
  en: "There is no such council among those you may see.",
})
export const unknownAttachment = notFound("dossier.unknown_attachment", { vi: "Hồ sơ không có tệp này.", en: "The dossier has no such file." })
export const noSuchDocument = notFound("dossier.no_such_document", {
  vi: "Hồ sơ chưa có văn bản này.",
  en: "The dossier has no such document yet.",
})
export const noSheet = notFound("dossier.no_sheet", {
  vi: "Ông/bà không có phiếu chấm điểm cho hồ sơ này.",
  en: "You have no scoring sheet for this dossier.",
})

export const notYourAct = forbidden("dossier.not_your_act", {
  vi: "Việc này không thuộc phần việc của ông/bà đối với hồ sơ này.",
  en: "This is not yours to do with this dossier.",
})
export const handInFirst = forbidden("dossier.hand_in_first", {
  vi: "Bảng so sánh mở ra sau khi ông/bà nộp phiếu của mình.",
  en: "The comparison opens once you have handed in your own sheet.",
})
export const councilStillOpen = forbidden("dossier.council_still_open", {
  vi: "Bảng so sánh mở ra sau khi hội đồng kết thúc chấm điểm.",
  en: "The comparison opens once the council has closed.",
})

export const changedMeanwhile = (version: number) =>
  new ApiError({
    type: "conflict",
    code: "dossier.changed_meanwhile",
    message: {
      vi: "Hồ sơ đã thay đổi từ lúc trang này được mở. Nội dung vừa gửi chưa được ghi; hãy tải lại rồi làm tiếp.",
      en: "The dossier has changed since this page was opened. Nothing of this was stored; please reload and go on.",
    },
    details: { version },
  })

export const notNow = (state: DossierState, acts: DossierAct[]) =>
  new ApiError({
    type: "conflict",
    code: "dossier.not_now",
    message: {
      vi: "Hồ sơ đang ở bước khác nên chưa làm hoặc không còn làm được việc này.",
      en: "The dossier is at another step: this can't be done yet, or no longer.",
    },
    details: { state, acts },
  })

export const noQuorum = refused("dossier.no_quorum", {
  vi: "Chưa đủ số phiếu của thành viên hội đồng để kết thúc chấm điểm.",
  en: "Not enough members have handed in their sheets to close.",
})
export const nobodyLeftToClose = refused("dossier.nobody_left_to_close", {
  vi: "Chủ tịch và thư ký không thể cùng rút khỏi một hồ sơ: không còn ai kết thúc chấm điểm.",
  en: "Chair and secretary can't both step out of a dossier: nobody would be left to close.",
})
export const adviceMissing = refused("dossier.advice_missing", {
  vi: "Chưa có báo cáo đánh giá hồ sơ, nên chưa đưa ra hội đồng được.",
  en: "There is no report on the dossier yet, so it can't be put to a council.",
})
export const alreadyOpen = refused("dossier.already_open", {
  vi: "Sản phẩm này đang có một hồ sơ chưa kết thúc.",
  en: "There is a dossier for this product that has not ended.",
})
export const notYourProduct = refused("dossier.not_your_product", {
  vi: "Sản phẩm này không thuộc gian hàng của ông/bà, hoặc chưa được công nhận.",
  en: "This product is not your shop's, or it was never recognised.",
})
export const notYourListing = refused("dossier.not_your_listing", {
  vi: "Tin đăng này không thuộc gian hàng của ông/bà, hoặc đã gắn với một sản phẩm trong sổ OCOP.",
  en: "This listing is not your shop's, or belongs to a product of the register already.",
})
export const sheetHandedIn = refused("dossier.sheet_handed_in", {
  vi: "Phiếu đã nộp. Chủ tịch hoặc thư ký hội đồng có thể mở lại.",
  en: "The sheet is handed in. The chair or the secretary can reopen it.",
})
export const sheetNotHandedIn = refused("dossier.sheet_not_handed_in", { vi: "Phiếu này chưa nộp.", en: "This sheet is not handed in." })
export const starNotYours = refused("dossier.star_not_yours", {
  vi: "Cấp này không có thẩm quyền công nhận hạng sao đó vào ngày quyết định.",
  en: "An authority of this level could not recognise this star on the day of the decision.",
})
export const productCodeTaken = refused("dossier.product_code_taken", {
  vi: "Mã số sản phẩm này đã có trong sổ đăng ký.",
  en: "The register holds this product code already.",
})
export const tooManyAttachments = refused("dossier.too_many_attachments", {
  vi: "Một hồ sơ có không quá 60 tệp.",
  en: "A dossier holds no more than 60 files.",
})

const wrong = (code: string, message: Sentence, field?: string, status?: number) => () =>
  new ApiError({ type: "invalid_data", code, message, status, ...(field && { fields: { [field]: message } }) })

export const samplesMissing = wrong("dossier.samples_missing", { vi: "Cần gửi kèm 05 sản phẩm mẫu.", en: "Five samples of the product must come with it." }, "samples")
export const consentMissing = wrong(
  "dossier.consent_missing",
  {
    vi: "Giới tính, dân tộc, khuyết tật của người đại diện chỉ được ghi khi người đó đồng ý.",
    en: "Gender, ethnicity and disability of the representative are kept only with their consent.",
  },
  "form.sensitive_consent",
)
export const fileNotAccepted = wrong("dossier.file_not_accepted", {
  vi: "Chỉ nhận tệp PDF, ảnh JPEG, PNG, WebP, DOCX hoặc XLSX; nội dung tệp phải đúng loại.",
  en: "Only PDF, JPEG, PNG, WebP, DOCX and XLSX files are taken, by their content and not by their name.",
})
export const fileTooLarge = wrong("dossier.file_too_large", { vi: "Mỗi tệp không quá 10 MB.", en: "A file is no larger than 10 MB." }, undefined, 413)
export const dateImpossible = (field: string) =>
  wrong("dossier.date_impossible", { vi: "Ngày này không được ở tương lai.", en: "This day must not lie in the future." }, field)()
export const dateBeforeCouncil = (field: string) =>
  wrong("dossier.date_impossible", { vi: "Ngày này không được trước ngày hội đồng họp.", en: "This day must not lie before the council's meeting." }, field)()
export const officialKindRefused = wrong("dossier.kind_not_yours", { vi: "Loại tài liệu này do cơ quan quản lý bổ sung. Xin chọn loại khác.", en: "Documents of this kind are added by an authority. Please choose another kind." }, "kind")
export const criterionUnknown = wrong("dossier.criterion_unknown", { vi: "Phiếu đánh giá không có tiêu chí này.", en: "The scoring sheet has no such criterion." }, "criterion")
export const setUnknown = wrong("dossier.product_set_unknown", { vi: "Không có bộ sản phẩm này.", en: "There is no such product set." }, "product_set_no")

/** What keeps a dossier from being handed in; `missing` carries the sentences, the route puts them into the reader's language. */
export function incomplete(missing: readonly Missing[]): ApiError {
  return new ApiError({
    type: "invalid_data",
    code: "dossier.incomplete",
    message: {
      vi: `Hồ sơ còn thiếu ${missing.length} mục nên chưa nộp được. Nội dung đã ghi vẫn còn nguyên.`,
      en: `The dossier lacks ${missing.length} ${missing.length === 1 ? "thing" : "things"}, so it can't be handed in yet. What was saved is kept.`,
    },
    fields: Object.fromEntries(missing.map(({ field, sentence }) => [field, sentence])),
  })
}

export function sheetIncomplete(missing: readonly string[]): ApiError {
  return new ApiError({
    type: "invalid_data",
    code: "dossier.sheet_incomplete",
    message: {
      vi: `Còn ${missing.length} tiêu chí chưa chấm nên chưa nộp phiếu được.`,
      en: `${missing.length} ${missing.length === 1 ? "criterion is" : "criteria are"} not scored yet, so the sheet can't be handed in.`,
    },
    details: { missing },
    fields: Object.fromEntries(missing.map((no) => [`options.${no}`, { vi: "Chưa chấm tiêu chí này.", en: "This is not scored yet." }])),
  })
}
