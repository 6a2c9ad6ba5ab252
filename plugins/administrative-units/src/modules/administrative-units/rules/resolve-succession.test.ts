import { expect, test } from "vitest"
import { resolveSuccession, type SuccessionEdge } from "./resolve-succession"

const edge = (old_commune_code: string, old_commune: string, old_district: string, new_commune_code: string, change = "merged"): SuccessionEdge => ({
  old_commune_code,
  old_commune,
  old_district_code: "164",
  old_district,
  old_province_code: "19",
  old_province: "Tỉnh Thái Nguyên",
  new_commune_code,
  change,
})

const edges = [
  edge("05488", "Xã Phúc Xuân", "Thành phố Thái Nguyên", "05488"),
  edge("00001", "Xã Hòa Bình", "Huyện Đồng Hỷ", "05665"),
  edge("00002", "Xã Hoà Bình", "Huyện Võ Nhai", "05700"),
  edge("00003", "Xã Chia Đôi", "Huyện Đồng Hỷ", "05665", "ambiguous"),
  edge("00003", "Xã Chia Đôi", "Huyện Đồng Hỷ", "05700", "ambiguous"),
]

test("by code", () => {
  const [answer, ...others] = resolveSuccession(edges, { code: "05488" })
  expect(others).toEqual([])
  expect(answer).toMatchObject({ certain: true, successors: [{ code: "05488" }] })
  expect(resolveSuccession(edges, { code: "99999" })).toEqual([])
})

test("by name: all that bear it, narrowed by district, blind to kind and tone marks", () => {
  expect(resolveSuccession(edges, { name: "hoa binh" }).map((a) => a.old_commune_code)).toEqual(["00001", "00002"])
  expect(resolveSuccession(edges, { name: "X. Hoà Bình", district: "võ nhai" }).map((a) => a.old_commune_code)).toEqual(["00002"])
  expect(resolveSuccession(edges, { name: "Hòa Bình", province: "Cao Bằng" })).toEqual([])
  expect(resolveSuccession(edges, { name: "" })).toEqual([])
})

test("a divided commune has several successors and is not certain", () => {
  const [answer] = resolveSuccession(edges, { name: "Chia Đôi" })
  expect(answer?.certain).toBe(false)
  expect(answer?.successors.map((s) => s.code)).toEqual(["05665", "05700"])
})
