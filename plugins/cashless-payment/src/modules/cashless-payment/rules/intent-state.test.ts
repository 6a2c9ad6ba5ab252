import fc from "fast-check"
import { expect, test } from "vitest"
import { INTENT_EVENTS, INTENT_STATUSES, nextIntentStatus, type IntentEvent, type IntentStatus } from "./intent-state"

/** Every (state, event), written out: a change of the machine has to change this page too. "-" = ignored. */
const EXPECTED: Record<IntentStatus, Record<IntentEvent, IntentStatus | "-">> = {
  requires_payment_method: {
    method_attached: "requires_confirmation", confirmed: "requires_action",
    attempt_started: "requires_action", attempt_failed: "requires_payment_method", attempt_suspected: "processing",
    attempt_pending: "processing", money_partial: "requires_action", money_full: "succeeded",
    cancel_requested: "canceled", expired: "canceled", suspicion_given_up: "-",
  },
  requires_confirmation: {
    method_attached: "requires_confirmation", confirmed: "requires_action",
    attempt_started: "requires_action", attempt_failed: "requires_payment_method", attempt_suspected: "processing",
    attempt_pending: "processing", money_partial: "requires_action", money_full: "succeeded",
    cancel_requested: "canceled", expired: "canceled", suspicion_given_up: "-",
  },
  requires_action: {
    method_attached: "-", confirmed: "requires_action",
    attempt_started: "requires_action", attempt_failed: "requires_payment_method", attempt_suspected: "processing",
    attempt_pending: "processing", money_partial: "requires_action", money_full: "succeeded",
    cancel_requested: "canceled", expired: "canceled", suspicion_given_up: "-",
  },
  processing: {
    method_attached: "-", confirmed: "-",
    attempt_started: "-", attempt_failed: "requires_payment_method", attempt_suspected: "-", attempt_pending: "-",
    money_partial: "processing", money_full: "succeeded", cancel_requested: "-", expired: "-", suspicion_given_up: "canceled",
  },
  succeeded: {
    method_attached: "-", confirmed: "-",
    attempt_started: "-", attempt_failed: "-", attempt_suspected: "-", attempt_pending: "-",
    money_partial: "-", money_full: "-", cancel_requested: "-", expired: "-", suspicion_given_up: "-",
  },
  canceled: {
    method_attached: "-", confirmed: "-",
    attempt_started: "-", attempt_failed: "-", attempt_suspected: "-", attempt_pending: "-",
    money_partial: "-", money_full: "-", cancel_requested: "-", expired: "-", suspicion_given_up: "-",
  },
}

for (const status of INTENT_STATUSES) {
  test.each(INTENT_EVENTS)(`${status} + %s`, (event) => {
    const wanted = EXPECTED[status][event]
    expect(nextIntentStatus(status, event)).toBe(wanted === "-" ? "ignored" : wanted)
  })
}

const history = fc.array(fc.constantFrom(...INTENT_EVENTS), { maxLength: 30 })
const play = (events: IntentEvent[]) =>
  events.reduce<IntentStatus[]>((path, event) => {
    const next = nextIntentStatus(path.at(-1)!, event)
    return [...path, next === "ignored" ? path.at(-1)! : next]
  }, ["requires_payment_method"])

test("a final state is never left, whatever comes", () => {
  fc.assert(
    fc.property(history, (events) => {
      const path = play(events)
      const final = path.findIndex((status) => status === "succeeded" || status === "canceled")
      if (final >= 0) expect(new Set(path.slice(final)).size).toBe(1)
    }),
  )
})

test("an intent ends succeeded only if all its money came, and then always unless it was closed before", () => {
  fc.assert(
    fc.property(history, (events) => {
      const path = play(events)
      const paidAt = events.indexOf("money_full")
      const closedBefore = paidAt >= 0 && path[paidAt] === "canceled"
      expect(path.at(-1) === "succeeded").toBe(paidAt >= 0 && !closedBefore)
    }),
  )
})
