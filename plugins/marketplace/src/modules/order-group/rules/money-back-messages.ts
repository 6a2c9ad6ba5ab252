/** What is known of money on its way back, for the words about it. Times are ISO 8601. */
export type MoneyBackFacts = {
  id: string
  state: "waiting" | "sent" | "done" | "canceled"
  sender: "payee" | "house"
  amountVnd: number
  /** Null: a payment of /v1 or money of no payment. Who paid that is its caller's business, and nobody we could tell. */
  orderNumber: number | null
  /** What the money was for, where there is no order. */
  description?: string | null
  shop: string
  accountKnown: boolean
  accountVersion: number
  /** Civil date, `YYYY-MM-DD`. */
  dueOn: string | null
  remindedAt: string | null
  sentAt: string | null
  bankReference: string | null
  problemAt: string | null
  finishedAt: string | null
  confirmedBy: "operator" | "receiver" | "bank" | "time" | null
}

/** `key` makes a message one: told again under the same key, nothing is sent. */
export type MoneyBackMessage = { to: "buyer" | "shop"; key: string; template: string; text: string }
export type MoneyBackLinks = { order: string; shop: string }

/**
 * Who is to be told what now. No account stands in a message, and no key to the order: the page asks for it. Messages are
 * Vietnamese, like every message of the house.
 */
export function moneyBackMessages(facts: MoneyBackFacts, links: MoneyBackLinks): MoneyBackMessage[] {
  const amount = `${facts.amountVnd.toLocaleString("vi-VN")}đ`
  const order = facts.orderNumber === null ? withoutOrder(facts.description) : `đơn số ${facts.orderNumber}`
  const message = (to: "buyer" | "shop", template: string, occasion: string | number | null, text: string): MoneyBackMessage => ({ to, template, key: [template, facts.id, occasion].filter((part) => part !== null).join(":"), text })
  const found: MoneyBackMessage[] = []
  if (facts.state === "waiting" && !facts.accountKnown) {
    found.push(message("buyer", "money-back-account", null, `Chợ Phiên: ${order} được hoàn ${amount}. Xin ghi tài khoản nhận tiền ở trang đơn hàng: ${links.order}`))
  }
  if (facts.state === "waiting" && facts.sender === "payee") {
    const due = facts.dueOn ? ` trước hết ngày ${facts.dueOn.split("-").reverse().join("/")}` : ""
    if (facts.problemAt) found.push(message("shop", "money-back-missing", facts.problemAt, `Chợ Phiên: người mua ${order} báo chưa nhận được ${amount} tiền hoàn. Xin xem lại giao dịch: ${links.shop}`))
    else if (facts.accountKnown) found.push(message("shop", "money-back-due", facts.accountVersion, `Chợ Phiên: gian hàng cần chuyển trả ${amount} của ${order}${due}. Xem tài khoản và mã QR: ${links.shop}`))
    if (facts.remindedAt) found.push(message("shop", "money-back-reminder", facts.remindedAt, `Chợ Phiên nhắc: gian hàng chưa chuyển trả ${amount} của ${order}${due}. Xem tại: ${links.shop}`))
  }
  const who = facts.sender === "house" ? "Chợ" : facts.shop
  const told = facts.bankReference ? `, mã giao dịch ${facts.bankReference}` : ""
  if (facts.state === "sent") found.push(message("buyer", "money-back-sent", facts.sentAt, `Chợ Phiên: ${who} báo đã chuyển trả bạn ${amount} của ${order}${told}. Nhận được hay chưa, xin bấm xác nhận: ${links.order}`))
  if (facts.state === "done" && (facts.confirmedBy === "operator" || facts.confirmedBy === "bank")) {
    found.push(message("buyer", "money-back-done", null, `Chợ Phiên: đã chuyển trả bạn ${amount} của ${order}${told}.`))
  }
  return facts.orderNumber === null ? found.filter(({ to }) => to === "shop") : found
}

/** Words of who asked for the payment: as many as fit a message, on one line. */
const MOST_LETTERS = 60
function withoutOrder(description: string | null | undefined): string {
  const said = (description ?? "").replace(/\s+/gu, " ").trim()
  const short = [...said].length > MOST_LETTERS ? `${[...said].slice(0, MOST_LETTERS - 1).join("").trimEnd()}…` : said
  return short ? `khoản “${short}”` : "một khoản ngoài đơn hàng"
}
