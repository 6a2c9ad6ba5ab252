import { expect, test } from "vitest"
import { suggestRight } from "./suggest-right"

const tea = { id: "tea", gi: { product: "Chè" } }
const honey = { id: "honey", gi: { product: "Mật ong" } }

test.each([
  ["Chè Đinh Tân Cương", "tea"],
  ["CHÈ xanh", "tea"],
  ["Mật ong bạc hà", "honey"],
  ["Miến dong Na Rì", undefined],
])("%s → %s", (title, id) => expect(suggestRight([tea, honey], title)?.id).toBe(id))

test("no rights, no proposal", () => {
  expect(suggestRight([], "Chè")).toBeNull()
  expect(suggestRight([{ gi: { product: "" } }], "Chè")).toBeNull()
})
