import { ApiError } from "@cho-phien/administrative-units"

export const noShopForPhone = () =>
  new ApiError({
    type: "not_found",
    code: "seller.no_shop",
    message: {
      vi: "Số điện thoại này chưa có gian hàng nào. Xin liên hệ đơn vị vận hành để mở gian hàng.",
      en: "No shop belongs to this phone number yet. Please ask the operator to open one.",
    },
  })

export const loginNeeded = () =>
  new ApiError({
    type: "unauthorized",
    code: "seller.login_needed",
    message: { vi: "Cần đăng nhập bằng số điện thoại trước.", en: "Please log in with your phone number first." },
  })

export const sellerRevoked = () =>
  new ApiError({
    type: "unauthorized",
    code: "seller.revoked",
    message: { vi: "Phiên đăng nhập không còn hiệu lực. Xin đăng nhập lại.", en: "This login is no longer valid. Please log in again." },
  })

export const sellerNotFound = () =>
  new ApiError({
    type: "not_found",
    code: "seller.not_found",
    message: { vi: "Không tìm thấy gian hàng này.", en: "There is no such shop." },
  })

export const phoneTaken = () =>
  new ApiError({
    type: "conflict",
    code: "seller.phone_taken",
    message: { vi: "Số điện thoại này đã thuộc một gian hàng.", en: "This phone number already belongs to a shop." },
  })

export const handleTaken = () =>
  new ApiError({
    type: "conflict",
    code: "seller.handle_taken",
    message: { vi: "Địa chỉ gian hàng này đã có người dùng.", en: "This shop address is taken." },
  })

export const unknownPlace = () =>
  new ApiError({
    type: "invalid_data",
    code: "seller.unknown_place",
    message: { vi: "Xã và tỉnh không khớp nhau.", en: "Commune and province do not belong together." },
    fields: {
      commune_code: { vi: "Không có xã này trong tỉnh đã chọn.", en: "There is no such commune in this province." },
    },
  })

export const listingNotFound = () =>
  new ApiError({
    type: "not_found",
    code: "listing.not_found",
    message: { vi: "Không tìm thấy mặt hàng này.", en: "There is no such listing." },
  })

export const unknownPictures = () =>
  new ApiError({
    type: "invalid_data",
    code: "listing.unknown_pictures",
    message: { vi: "Có ảnh không tìm thấy. Xin gửi lại ảnh đó.", en: "A picture was not found. Please send it again." },
    fields: { media_ids: { vi: "Có ảnh không tìm thấy.", en: "A picture was not found." } },
  })

export const alreadyDecided = () =>
  new ApiError({
    type: "conflict",
    code: "listing.already_decided",
    message: { vi: "Mặt hàng này đã được duyệt hoặc từ chối rồi.", en: "This listing has been decided already." },
  })

export const sellerSuspended = () =>
  new ApiError({
    type: "not_allowed",
    code: "seller.suspended",
    message: {
      vi: "Gian hàng hoặc quyền bán hàng của số này đang tạm ngưng. Xin liên hệ đơn vị vận hành.",
      en: "This shop, or your right to act for it, is suspended. Please ask the operator.",
    },
  })
