export type Language = "vi" | "en"

type Reason = { status: number; type: "invalid_data" | "not_found" | "unauthorized"; message: Record<Language, string> }

const maxMegabytes = 15
const maxMegapixels = 60

/** Everything that may be said about a photograph that cannot be taken. */
export const mediaReasons = {
  "media.missing": {
    status: 400,
    type: "invalid_data",
    message: { vi: "Chưa có ảnh nào được gửi lên (trường `file`).", en: "No photograph was sent (field `file`)." },
  },
  "media.unreadable": {
    status: 400,
    type: "invalid_data",
    message: {
      vi: "Không đọc được ảnh này, có thể tệp bị hỏng. Hãy chụp hoặc chọn lại ảnh khác.",
      en: "This photograph cannot be read, the file may be damaged. Please take or choose another one.",
    },
  },
  "media.unsupported": {
    status: 400,
    type: "invalid_data",
    message: {
      vi: "Chỉ nhận ảnh JPEG, PNG hoặc WebP.",
      en: "Only JPEG, PNG and WebP photographs are accepted.",
    },
  },
  "media.heic": {
    status: 400,
    type: "invalid_data",
    message: {
      vi: "Ảnh HEIC của iPhone chưa đọc được ở đây. Vào Cài đặt → Camera → Định dạng → chọn “Tương thích nhất” rồi chụp lại.",
      en: "iPhone HEIC photographs cannot be read here. In Settings → Camera → Formats choose “Most Compatible” and take it again.",
    },
  },
  "media.too_large": {
    status: 400,
    type: "invalid_data",
    message: {
      vi: `Ảnh quá lớn: tối đa ${maxMegabytes} MB và ${maxMegapixels} triệu điểm ảnh.`,
      en: `The photograph is too large: at most ${maxMegabytes} MB and ${maxMegapixels} megapixels.`,
    },
  },
  "media.too_small": {
    status: 400,
    type: "invalid_data",
    message: {
      vi: "Ảnh quá nhỏ để xem rõ sản phẩm: mỗi cạnh cần ít nhất 200 điểm ảnh.",
      en: "The photograph is too small to show the product: each side needs at least 200 pixels.",
    },
  },
  "media.too_elongated": {
    status: 400,
    type: "invalid_data",
    message: {
      vi: "Ảnh quá dài so với bề rộng (hơn 5 lần). Hãy cắt bớt rồi gửi lại.",
      en: "The photograph is more than 5 times as long as it is wide. Please crop it and send it again.",
    },
  },
  "media.not_found": {
    status: 404,
    type: "not_found",
    message: { vi: "Không có ảnh này.", en: "There is no such photograph." },
  },
} as const satisfies Record<string, Reason>

export type MediaReason = keyof typeof mediaReasons

/** Codes the HTTP contract knows: finer reasons answer under the general code, with their own sentence. */
const publicCodes: Partial<Record<MediaReason, MediaReason>> = {
  "media.missing": "media.unreadable",
  "media.heic": "media.unsupported",
  "media.too_elongated": "media.unsupported",
}

export const maxUploadBytes = maxMegabytes * 1024 * 1024
export const maxPixels = maxMegapixels * 1_000_000

/**
 * A workflow step's error crosses the workflow engine as plain data, so the reason
 * travels in `name` and `message` as well as in the class (see `readMediaError`).
 */
export class MediaError extends Error {
  constructor(readonly reason: MediaReason) {
    super(reason)
    this.name = "MediaError"
  }
}

/** The reason a thrown value carries, or null when it is not ours to explain. */
export function readMediaReason(error: unknown): MediaReason | null {
  if (typeof error !== "object" || error === null) return null
  const { message } = error as { message?: unknown }
  return typeof message === "string" && Object.hasOwn(mediaReasons, message) ? (message as MediaReason) : null
}

/** The JSON body and status of a refusal, in the reader's language. */
export function describeMediaReason(reason: MediaReason, language: Language) {
  const { status, type, message } = mediaReasons[reason]
  return { status, body: { type, code: publicCodes[reason] ?? reason, message: message[language] } }
}
