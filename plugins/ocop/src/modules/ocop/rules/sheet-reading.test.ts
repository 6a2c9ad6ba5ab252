import { expect, test } from "vitest"
import { acceptedIndices, readSheet } from "./sheet-reading"
import { sheetNo } from "../../../../testing/seeded-sheets"

function option(setNo: number, no: string, index: number, status?: "confirmed" | "rejected") {
  const sheet = sheetNo(setNo)
  for (const doubt of sheet.irregularities) if (status && doubt.criterion === no && doubt.option === index) doubt.status = status
  const reading = readSheet(sheet)
  const read = reading.criteria.find((c) => c.no === no)?.options[index - 1]
  if (!read) throw new Error(`no option ${index} in ${no}`)
  return { points: read.points, min_star: read.min_star, why: reading.used.find((u) => u.criterion === no && u.option === index)?.why }
}

test("points in doubt: the lower ones until a human decides", () => {
  expect(option(4, "7", 3)).toMatchObject({ points: 3, why: "cautious" })
  expect(option(11, "6.1.1", 2)).toMatchObject({ points: 1, why: "cautious" })
  expect(option(11, "1.2", 1)).toMatchObject({ points: 0, why: "cautious" })
  // Printed 1, parallel sheets 2: the printed value is the cautious one.
  expect(option(7, "3.1", 2)).toMatchObject({ points: 1, why: "cautious" })
  expect(option(7, "3.1", 2, "confirmed")).toMatchObject({ points: 2, why: "confirmed" })
  expect(option(7, "3.1", 2, "rejected")).toMatchObject({ points: 1, why: "rejected" })
  expect(option(4, "7", 3, "rejected")).toMatchObject({ points: 13, why: "rejected" })
})

test("marks in doubt: the one that asks for more until a human decides", () => {
  expect(option(10, "3.5", 2)).toMatchObject({ min_star: 4, why: "cautious" })
  expect(option(10, "3.5", 2, "rejected")).toMatchObject({ min_star: null, why: "rejected" })
  expect(option(1, "8", 4)).toMatchObject({ min_star: 5, why: "cautious" })
  expect(option(24, "2.2", 3)).toMatchObject({ min_star: 4, why: "cautious" })
  expect(option(24, "2.2", 3, "rejected")).toMatchObject({ min_star: 5, why: "rejected" })
})

test("what is held otherwise than printed is told too", () => {
  expect(readSheet(sheetNo(23)).used).toContainEqual(expect.objectContaining({ criterion: "9", printed: "4 / 1", used: 4, why: "held" }))
  expect(readSheet(sheetNo(26)).used).toContainEqual(expect.objectContaining({ criterion: "A", printed: "35 Điểm", used: 40, why: "held" }))
})

test("none of the options may be chosen where none has 0 points; bilingual labels are awarded or not", () => {
  const { criteria } = readSheet(sheetNo(11))
  const accepts = (no: string) => criteria.filter((c) => c.no === no).map(acceptedIndices)[0]
  expect(accepts("3.1")).toEqual([0, 1, 2, 3])
  expect(accepts("1.2")).toEqual([1, 2, 3])
  expect(accepts("2.4")).toEqual([0, 1])
  expect(criteria.find((c) => c.no === "2.4")?.options).toMatchObject([{ index: 1, points: 1, implied: true }])
})
