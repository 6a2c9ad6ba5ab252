import { expect, test } from "vitest"
import { EVENT_TYPES, intentEventTypes, isEmitted, OUTBOX_EVENT_TYPES } from "./event-types"
import { INTENT_EVENTS, INTENT_STATUSES, nextIntentStatus } from "./intent-state"

test("a new intent is told of, and what it waits for", () => {
  expect(intentEventTypes("created", null, "requires_payment_method")).toEqual(["payment_intent.created"])
  expect(intentEventTypes("created", null, "requires_action")).toEqual(["payment_intent.created", "payment_intent.requires_action"])
})

test.each([
  ["attempt_started", "requires_payment_method", ["payment_intent.requires_action"]],
  ["attempt_started", "requires_action", []],
  ["attempt_failed", "requires_action", ["payment_intent.payment_failed"]],
  ["attempt_suspected", "requires_action", ["payment_intent.processing"]],
  ["attempt_pending", "requires_action", ["payment_intent.processing"]],
  ["money_partial", "requires_action", ["payment_intent.partially_funded"]],
  ["money_partial", "processing", ["payment_intent.partially_funded"]],
  ["money_full", "processing", ["charge.succeeded", "payment_intent.succeeded"]],
  ["cancel_requested", "requires_payment_method", ["payment_intent.canceled"]],
  ["expired", "requires_action", ["payment_intent.canceled"]],
] as const)("%s of an intent that was %s", (event, from, told) => {
  const to = nextIntentStatus(from, event)
  expect(to).not.toBe("ignored")
  if (to !== "ignored") expect(intentEventTypes(event, from, to)).toEqual(told)
})

test("an end is always told, exactly once, and listeners in the process hear of it", () => {
  for (const from of INTENT_STATUSES) {
    for (const event of INTENT_EVENTS) {
      const to = nextIntentStatus(from, event)
      if (to !== "succeeded" && to !== "canceled") continue
      const told = intentEventTypes(event, from, to)
      expect(told.filter(isEmitted)).toEqual([`payment_intent.${to}`])
    }
  }
})

test("only what listeners know is emitted", () => {
  expect(EVENT_TYPES.filter(isEmitted).toSorted()).toEqual([...OUTBOX_EVENT_TYPES].toSorted())
})
