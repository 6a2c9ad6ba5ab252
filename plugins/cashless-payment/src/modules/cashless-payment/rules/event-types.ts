import type { IntentEvent, IntentStatus } from "./intent-state"

/** The version of Stripe's API whose shapes our objects have. */
export const API_VERSION = "2024-04-10"

export const EVENT_TYPES = [
  "payment_intent.created",
  "payment_intent.requires_action",
  "payment_intent.processing",
  "payment_intent.partially_funded",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "payment_intent.canceled",
  "charge.succeeded",
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "customer.created",
  "customer.updated",
  "customer.deleted",
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** What listeners in this process wait for, and what is therefore emitted until one acknowledges. */
export const OUTBOX_EVENT_TYPES = [
  "payment_intent.succeeded",
  "payment_intent.canceled",
  "payment_intent.processing",
  "payment_intent.payment_failed",
  "payment_intent.partially_funded",
  "refund.created",
  "refund.updated",
  "refund.failed",
] as const satisfies readonly EventType[]
/** Money came for a canceled intent. Emitted like those above, but never shown by /v1 and told to no endpoint. */
export const INSIDE_ONLY_EVENT = "bank_transaction.late"
export type OutboxEventType = (typeof OUTBOX_EVENT_TYPES)[number]

export function isEmitted(type: EventType): type is OutboxEventType {
  return OUTBOX_EVENT_TYPES.some((emitted) => emitted === type)
}

/** Which facts about an intent the world is told when an event took effect, in their order. `null`: it is new. */
export function intentEventTypes(event: IntentEvent | "created", from: IntentStatus | null, to: IntentStatus): EventType[] {
  if (event === "created") return ["payment_intent.created", ...reached(to)]
  if (event === "money_partial") return ["payment_intent.partially_funded"]
  if (event === "attempt_failed") return ["payment_intent.payment_failed"]
  return from === to ? [] : reached(to)
}

function reached(status: IntentStatus): EventType[] {
  if (status === "succeeded") return ["charge.succeeded", "payment_intent.succeeded"]
  if (status === "canceled") return ["payment_intent.canceled"]
  if (status === "requires_action") return ["payment_intent.requires_action"]
  if (status === "processing") return ["payment_intent.processing"]
  return []
}
