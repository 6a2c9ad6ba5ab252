import { momentInWords } from "./moment-in-words"

/** A way into the house that was opened or closed: an invitation, an account, an account that was removed. */
export type AccountNews = { kind: "invited" | "opened" | "removed"; id: string; email: string; at: Date }

/** What the operators who were there before are told. `key` keeps it one message per account and reader. */
export function accountMessage({ kind, id, email, at }: AccountNews, hours: number): { template: string; key: string; text: string } {
  const when = momentInWords(at).vi
  const what = {
    invited: `${email} được mời làm điều hành viên lúc ${when}.`,
    opened: `Tài khoản điều hành viên ${email} được mở lúc ${when}.`,
    removed: `Tài khoản điều hành viên ${email} bị gỡ lúc ${when}.`,
  }[kind]
  const counts = kind !== "removed" && hours > 0 ? ` Khi duyệt tiền, tài khoản mới chỉ được tính là người thứ hai sau ${hours} giờ.` : ""
  const wrong = kind === "removed" ? "hãy hỏi ngay người phụ trách" : "hãy gỡ lời mời hoặc tài khoản đó ở Admin → Cài đặt → Người dùng (Settings → Users) và hỏi người phụ trách"
  return { template: `operator-${kind}`, key: `operator-${kind}:${id}`, text: `Chợ Phiên: ${what}${counts} Nếu bạn không biết việc này, ${wrong}.` }
}
