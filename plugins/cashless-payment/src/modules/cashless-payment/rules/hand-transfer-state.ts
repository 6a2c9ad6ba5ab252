export const HAND_TRANSFER_STATES = ["waiting", "sent", "done", "canceled"] as const
export type HandTransferState = (typeof HAND_TRANSFER_STATES)[number]

export const HAND_TRANSFER_ACTS = ["name_account", "say_sent", "say_arrived", "say_missing", "prove", "finish", "cancel"] as const
export type HandTransferAct = (typeof HAND_TRANSFER_ACTS)[number]

/**
 * The whole life of money sent by hand; what is not in the table is refused. An account can be corrected until the money
 * is said to have left; what is said sent can't be called off, because it may be on its way.
 */
const TRANSITIONS: Record<HandTransferState, Partial<Record<HandTransferAct, HandTransferState>>> = {
  waiting: { name_account: "waiting", say_sent: "sent", prove: "done", finish: "done", cancel: "canceled" },
  sent: { say_arrived: "done", say_missing: "waiting", prove: "done", finish: "done" },
  done: {},
  canceled: {},
}

export function nextHandTransferState(state: HandTransferState, act: HandTransferAct): HandTransferState | "refused" {
  return TRANSITIONS[state][act] ?? "refused"
}
