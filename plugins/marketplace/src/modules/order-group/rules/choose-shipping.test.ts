import { expect, test } from "vitest"
import { chooseShipping } from "./choose-shipping"

const options = [
  { id: "so_2", shippingProfileId: "sp_a" },
  { id: "so_1", shippingProfileId: "sp_a" },
  { id: "so_3", shippingProfileId: "sp_b" },
]
const want = (sellerId: string, feeVnd: number | null) => ({ sellerId, shippingProfileId: `sp_${sellerId}`, feeVnd })
const method = (id: string, shippingOptionId: string, profile: string, amount: number) => ({ id, shippingOptionId, shippingProfileId: `sp_${profile}`, amount })

test("every shop that can send gets one method, of its oldest option", () => {
  expect(chooseShipping([want("a", 20_000), want("b", 0)], [], options)).toEqual({ addOptionIds: ["so_1", "so_3"], staleIds: [] })
})

test("a method at the quoted amount stays; another amount, another option or a second one goes", () => {
  const present = [method("m1", "so_1", "a", 20_000), method("m2", "so_3", "b", 15_000), method("m3", "so_2", "a", 20_000), method("m4", "so_1", "a", 20_000)]
  expect(chooseShipping([want("a", 20_000), want("b", 18_000)], present, options)).toEqual({ addOptionIds: ["so_3"], staleIds: ["m2", "m3", "m4"] })
})

test("a shop that can't send, has no option or has left the cart keeps no method", () => {
  const present = [method("m1", "so_1", "a", 20_000), method("m2", "so_9", "gone", 9)]
  expect(chooseShipping([want("a", null), want("c", 20_000)], present, options)).toEqual({ addOptionIds: [], staleIds: ["m1", "m2"] })
})
