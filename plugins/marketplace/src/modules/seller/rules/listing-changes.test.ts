import { expect, test } from "vitest"
import { listingChanges, type ListingText } from "./listing-changes"

const tea: ListingText = { title: "Chè Đinh", description: null, unit: "hộp", net_weight_grams: 200, net_volume_ml: null, media_ids: ["a", "b"] }

test("price and stock need nobody's approval", () => {
  expect(listingChanges(tea, { price_vnd: 1, stock_quantity: 2 }, false)).toEqual({ text: {}, needsModeration: false })
})

test("a form that sends the same text back changes nothing", () => {
  expect(listingChanges(tea, { ...tea, media_ids: [...tea.media_ids] }, false).needsModeration).toBe(false)
})

test.each([
  [{ title: "Chè Đinh 5 sao" }],
  [{ description: "Mới" }],
  [{ unit: "gói" }],
  [{ net_weight_grams: 100 }],
  [{ net_weight_grams: null }],
  [{ media_ids: ["b", "a"] }],
  [{ media_ids: ["a"] }],
])("%o is looked at again", (edit) => {
  expect(listingChanges(tea, { ...edit, price_vnd: 5 }, false)).toEqual({ text: edit, needsModeration: true })
})

test("a rejected listing goes back into the queue, whatever was corrected", () => {
  expect(listingChanges(tea, { price_vnd: 5 }, true)).toEqual({ text: {}, needsModeration: true })
})
