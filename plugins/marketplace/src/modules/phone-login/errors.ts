import { ApiError } from "@cho-phien/administrative-units"
import { CODE_POLICY } from "./rules/code-policy"

export const notAMobileNumber = () =>
  new ApiError({
    type: "invalid_data",
    code: "phone_login.not_a_mobile_number",
    message: { vi: "Số điện thoại chưa đúng.", en: "This phone number is not right." },
    fields: {
      phone: {
        vi: "Cần số di động Việt Nam, ví dụ 0912 345 678.",
        en: "A Vietnamese mobile number is needed, for example 0912 345 678.",
      },
    },
  })

export const codeTooSoon = (retryAfterSeconds: number) =>
  new ApiError({
    type: "rate_limited",
    code: "phone_login.too_many_codes",
    message: {
      vi: `Mã vừa gửi vẫn dùng được. Có thể xin mã mới sau ${retryAfterSeconds} giây.`,
      en: `The code we sent still works. You can ask for a new one in ${retryAfterSeconds} seconds.`,
    },
    details: { retry_after_seconds: retryAfterSeconds },
  })

export const noMessageProvider = () =>
  new ApiError({
    type: "not_allowed",
    status: 503,
    code: "phone_login.no_message_provider",
    message: {
      vi: "Sàn chưa nối với dịch vụ gửi tin nhắn nên chưa gửi được mã. Xin báo cho đơn vị vận hành.",
      en: "This fair has no message service connected, so no code can be sent. Please tell the operator.",
    },
  })

export const messageNotSent = () =>
  new ApiError({
    type: "not_allowed",
    status: 503,
    code: "phone_login.message_not_sent",
    message: {
      vi: "Chưa gửi được tin nhắn. Số điện thoại vẫn giữ nguyên, xin thử lại sau ít phút.",
      en: "The message could not be sent. Nothing was lost; please try again in a few minutes.",
    },
  })

export const wrongCode = () =>
  new ApiError({
    type: "unauthorized",
    code: "phone_login.wrong_code",
    message: {
      vi: `Mã chưa đúng hoặc đã hết hạn. Mã có ${CODE_POLICY.digits} số, dùng trong ${CODE_POLICY.ttlSeconds / 60} phút và thử được ${CODE_POLICY.maxAttempts} lần; có thể xin mã mới.`,
      en: `The code is wrong or has expired. It has ${CODE_POLICY.digits} digits, lives ${CODE_POLICY.ttlSeconds / 60} minutes and may be tried ${CODE_POLICY.maxAttempts} times; you can ask for a new one.`,
    },
  })
