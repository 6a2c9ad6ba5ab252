import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import { momentInWords } from "./rules/moment-in-words"

const refusal = (code: string, from: Date, message: (from: Sentence) => Sentence) =>
  new ApiError({ type: "not_allowed", code: `operator.${code}`, message: message(momentInWords(from)), details: { counts_from: from.toISOString() } })

/** Why two operators are not the two persons an act about money needs. `counts_from` is ISO 8601 in UTC. */
export const operatorErrors = {
  accountTooNew: (from: Date) =>
    refusal("account_too_new", from, ({ vi, en }) => ({
      vi: `Tài khoản của bạn mới mở, được tính là người thứ hai từ ${vi}. Trước lúc đó cần một điều hành viên khác duyệt.`,
      en: `Your account is new and counts as a second person from ${en}. Until then another operator has to approve.`,
    })),
  makerTooNew: (from: Date) =>
    refusal("maker_too_new", from, ({ vi, en }) => ({
      vi: `Tài khoản của người lập mới mở, được tính là một người riêng từ ${vi}. Đến lúc đó mới duyệt được.`,
      en: `The account of whoever made this is new and counts as a person of its own from ${en}. It can be approved then.`,
    })),
  makerUnknown: () =>
    new ApiError({
      type: "not_allowed",
      code: "operator.maker_unknown",
      message: { vi: "Không còn biết ai đã lập việc này, nên không duyệt được. Hãy huỷ và lập lại.", en: "Nobody knows any more who made this, so it cannot be approved. Please cancel it and make it anew." },
    }),
}
