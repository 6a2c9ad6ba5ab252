import { expect, test } from "vitest"
import { dossierMessage } from "./dossier-message"

test("a shop is told of what came back and of results, and of nothing else", () => {
  const dossier = { product_name: "Chè nõn tôm", star: null }
  expect(dossierMessage({ ...dossier, act: "return_to_producer" })).toContain("cần bổ sung")
  expect(dossierMessage({ ...dossier, act: "recognise", star: 4 })).toBe('Sản phẩm "Chè nõn tôm" được công nhận OCOP 4 sao.')
  expect(dossierMessage({ ...dossier, act: "refuse" })).toContain("chưa được công nhận")
  expect(dossierMessage({ ...dossier, act: "approve_potential_5" })).toContain("5 sao")
  for (const act of ["submit", "report", "forward", "consult", "hand_in", "recuse"]) expect(dossierMessage({ ...dossier, act })).toBeNull()
  expect(dossierMessage({ act: "refuse", product_name: "x".repeat(300), star: null })?.length).toBeLessThan(200)
})
