import { expect, test } from "vitest"
import { chooseShipping } from "./choose-shipping"

const a = { name: "A", shipping_profile_id: "sp_a" }
const b = { name: "B", shipping_profile_id: "sp_b" }

test("each seller gets its own cheapest option, never another's", () => {
  const options = [
    { id: "so_3", shipping_profile_id: "sp_a", amount: 30_000 },
    { id: "so_2", shipping_profile_id: "sp_a", amount: 25_000 },
    { id: "so_1", shipping_profile_id: "sp_a", amount: 25_000 },
    { id: "so_9", shipping_profile_id: "sp_b", amount: 40_000 },
    { id: "so_0", shipping_profile_id: "sp_other", amount: 0 },
  ]
  expect(chooseShipping([a, b], options)).toEqual({ optionIds: ["so_1", "so_9"], unreached: [] })
})

test("a seller without an option there, or without a price for it, is named", () => {
  const options = [{ id: "so_1", shipping_profile_id: "sp_b", amount: null }]
  expect(chooseShipping([a, b], options)).toEqual({ optionIds: [], unreached: [a, b] })
})
