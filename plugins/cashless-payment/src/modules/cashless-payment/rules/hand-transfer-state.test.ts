import { expect, test } from "vitest"
import { HAND_TRANSFER_ACTS, HAND_TRANSFER_STATES, nextHandTransferState } from "./hand-transfer-state"

test("every act in every state", () => {
  const table = Object.fromEntries(HAND_TRANSFER_STATES.map((state) => [state, HAND_TRANSFER_ACTS.map((act) => nextHandTransferState(state, act)).join(" ")]))
  expect(HAND_TRANSFER_ACTS.join(" ")).toBe("name_account say_sent say_arrived say_missing prove finish cancel")
  expect(table).toEqual({
    waiting: "waiting sent refused refused done done canceled",
    sent: "refused refused done waiting done done refused",
    done: "refused refused refused refused refused refused refused",
    canceled: "refused refused refused refused refused refused refused",
  })
})
