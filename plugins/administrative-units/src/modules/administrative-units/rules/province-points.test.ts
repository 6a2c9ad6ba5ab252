import fc from "fast-check"
import { expect, test } from "vitest"
import { withProvincePoints } from "./province-points"

const at = (code: string, parent_code: string | null, latitude: number | null, longitude: number | null) => ({ code, parent_code, latitude, longitude })

test("a province stands where its most central commune does", () => {
  const units = [at("19", null, null, null), at("00001", "19", 21, 105), at("00002", "19", 21.5, 105.6), at("00003", "19", 22, 106)]
  expect(withProvincePoints(units)[0]).toMatchObject({ latitude: 21.5, longitude: 105.6 })
})

test("a point that is known stays, and one without communes stays unknown", () => {
  const units = [at("01", null, 21.03, 105.85), at("00004", "01", 20, 104), at("99", null, null, null)]
  expect(withProvincePoints(units)).toEqual(units)
})

test("the point is always that of one of its own communes", () => {
  const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(degrees(8, 23), degrees(102, 110)), { minLength: 1, maxLength: 20 }), (points) => {
      const communes = points.map(([latitude, longitude], i) => at(String(i).padStart(5, "0"), "19", latitude, longitude))
      const [province] = withProvincePoints([at("19", null, null, null), ...communes])
      expect(communes.some((commune) => commune.latitude === province?.latitude && commune.longitude === province.longitude)).toBe(true)
    }),
  )
})
