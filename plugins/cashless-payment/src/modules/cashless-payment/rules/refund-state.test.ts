import { expect, test } from "vitest"
import { isRefundOver, nextRefundStatus, REFUND_EVENTS, REFUND_HOLDS_MONEY, REFUND_STATUSES } from "./refund-state"

test("every event in every state", () => {
  const table = Object.fromEntries(REFUND_STATUSES.map((status) => [status, Object.fromEntries(REFUND_EVENTS.map((event) => [event, nextRefundStatus(status, event)]))]))
  expect(table).toEqual({
    pending: { money_returned: "succeeded", rejected: "failed", unconfirmed: "requires_action", said_sent: "ignored", missed: "requires_action", canceled: "ignored" },
    requires_action: { money_returned: "succeeded", rejected: "ignored", unconfirmed: "ignored", said_sent: "pending", missed: "ignored", canceled: "canceled" },
    succeeded: { money_returned: "ignored", rejected: "ignored", unconfirmed: "ignored", said_sent: "ignored", missed: "ignored", canceled: "ignored" },
    failed: { money_returned: "ignored", rejected: "ignored", unconfirmed: "ignored", said_sent: "ignored", missed: "ignored", canceled: "ignored" },
    canceled: { money_returned: "ignored", rejected: "ignored", unconfirmed: "ignored", said_sent: "ignored", missed: "ignored", canceled: "ignored" },
  })
})

test("only a refund that is over without money frees its amount", () => {
  expect(REFUND_STATUSES.filter((status) => !REFUND_HOLDS_MONEY.includes(status))).toEqual(["failed", "canceled"])
})

test("what succeeded, failed or was canceled is over", () => {
  expect(REFUND_STATUSES.filter(isRefundOver)).toEqual(["succeeded", "failed", "canceled"])
})
