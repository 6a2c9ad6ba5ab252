import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import type { AuthorityLevel } from "./rules/rating-authority"
import type { UrlFault } from "./rules/external-listing"

const refused = (code: string, message: Sentence) => () => new ApiError({ type: "conflict", code, message })
const wrongField = (code: string, field: string, message: Sentence) => new ApiError({ type: "invalid_data", code, message, fields: { [field]: message } })

const DESKS: Partial<Record<AuthorityLevel, Sentence>> = {
  province: { vi: "Chủ tịch UBND cấp tỉnh", en: "the chair of the provincial People's Committee" },
  ministry: { vi: "Bộ trưởng Bộ Nông nghiệp và Môi trường", en: "the Minister of Agriculture and Environment" },
}

/** @param star the rank the act is about */
export function notCompetent(star: number, competent: AuthorityLevel): ApiError {
  const desk = DESKS[competent] ?? { vi: "cơ quan khác", en: "another authority" }
  return new ApiError({
    type: "not_allowed",
    code: "ocop.not_competent",
    message: {
      vi: `Hạng ${star} sao vào ngày này thuộc thẩm quyền của ${desk.vi} (Quyết định 26/2026/QĐ-TTg, Điều 4 và Điều 8). Chưa ghi gì.`,
      en: `On this day ${star} stars are for ${desk.en} to decide (Decision 26/2026/QĐ-TTg, Articles 4 and 8). Nothing was written.`,
    },
    details: { competent },
  })
}

export const outsideProvince = () =>
  new ApiError({
    type: "not_allowed",
    code: "ocop.outside_province",
    message: { vi: "Sản phẩm này thuộc tỉnh khác.", en: "This product belongs to another province." },
  })

export const revokedInFuture = () =>
  wrongField("ocop.revoked_in_future", "revoked_on", { vi: "Ngày thu hồi không được ở tương lai.", en: "The day of withdrawal must not lie in the future." })

export const revokedBeforeIssue = () =>
  wrongField("ocop.revoked_before_issue", "revoked_on", { vi: "Ngày thu hồi không được trước ngày cấp giấy.", en: "The day of withdrawal must not come before the day of issue." })

export const concludedAfterRevoked = () =>
  wrongField("ocop.concluded_after_revoked", "concluded_on", { vi: "Ngày kết luận không được sau ngày thu hồi.", en: "The day of the conclusion must not come after the withdrawal." })

export const replacedAlready = refused("ocop.replaced_already", {
  vi: "Đã có quyết định mới hơn cho sản phẩm này, nên giấy này không kéo dài được.",
  en: "A later decision has taken the place of this certificate, so it can't be prolonged.",
})

export const ownerAlready = refused("ocop.owner_already", {
  vi: "Gian hàng này đã được xác nhận là chủ thể của sản phẩm.",
  en: "This shop is confirmed as the producer already.",
})

export const unknownOwner = () =>
  new ApiError({ type: "not_found", code: "ocop.unknown_owner", message: { vi: "Không có xác nhận chủ thể này.", en: "There is no such confirmation of a producer." } })

export const notTheOwner = () =>
  new ApiError({
    type: "not_allowed",
    code: "ocop.not_the_owner",
    message: {
      vi: "Gian hàng chưa được cán bộ xác nhận là chủ thể của sản phẩm này.",
      en: "No official has confirmed this shop as the producer of this product yet.",
    },
  })

export const linkedElsewhere = refused("ocop.linked_elsewhere", {
  vi: "Hàng này đang được gắn với một sản phẩm khác trong sổ. Gỡ ở đó trước.",
  en: "This listing is linked to another product of the register. Take it away there first.",
})

export const notLinked = () =>
  new ApiError({ type: "not_found", code: "ocop.not_linked", message: { vi: "Hàng này không gắn với sản phẩm này.", en: "This listing is not linked to this product." } })

export const unlikeTheEntry = refused("ocop.unlike_the_entry", {
  vi: "Tên hàng không có đủ tên sản phẩm trong sổ. Xin nhờ cán bộ xã hoặc tỉnh gắn giúp.",
  en: "The listing's title lacks the name of the product of the register. Please ask an official of your commune or province to link them.",
})

export const externalKnown = refused("ocop.external_known", {
  vi: "Địa chỉ này đã có trong sổ của sản phẩm.",
  en: "This address is entered for the product already.",
})

export const unknownExternal = () =>
  new ApiError({ type: "not_found", code: "ocop.unknown_external", message: { vi: "Không có địa chỉ bán này.", en: "There is no such address of sale." } })

const URL_FAULTS: Record<UrlFault, Sentence> = {
  not_a_url: { vi: "Cần địa chỉ đầy đủ của trang bán, như https://shopee.vn/…", en: "This must be the full address of the page, like https://shopee.vn/…" },
  not_https: { vi: "Địa chỉ phải bắt đầu bằng https://", en: "The address must begin with https://" },
  has_credentials: { vi: "Địa chỉ không được chứa tên đăng nhập hay mật khẩu.", en: "The address must not hold a user name or password." },
  has_port: { vi: "Địa chỉ không được có số cổng.", en: "The address must not name a port." },
  not_public: { vi: "Địa chỉ phải là một trang công khai có tên miền.", en: "The address must be a public page with a domain name." },
}

export const wrongUrl = (fault: UrlFault) => wrongField("ocop.wrong_url", "url", URL_FAULTS[fault])
