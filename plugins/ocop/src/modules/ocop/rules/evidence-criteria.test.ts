import { expect, test } from "vitest"
import { SHEETS, sheetNo } from "../../../../testing/seeded-sheets"
import { provedCriteria } from "./evidence-criteria"

const found = (setNo: number) => provedCriteria(sheetNo(setNo)).map(({ no, proof, option }) => [no, proof, option.points, option.min_star])

test("the criteria of tea that a shop online speaks to", () => {
  expect(found(11)).toEqual([
    ["2.3", "traceability", 3, 4],
    ["4.1", "sales_channel", 5, 5],
    ["4.2", "managed_by_software", 3, null],
    ["4.3", "promotion", 2, null],
    ["5.1", "traceability", 5, 4],
  ])
  expect(provedCriteria(sheetNo(11)).find(({ no }) => no === "4.1")?.option.text).toContain("đường dẫn gian hàng điện tử")
})

test("every sheet of goods has the channel of sale as a minimum for five stars, and none counts a plan of internal control", () => {
  for (const sheet of SHEETS.filter(({ set_no }) => set_no <= 23)) {
    const proved = provedCriteria(sheet)
    expect(proved.filter(({ proof }) => proof === "sales_channel").map(({ no, option }) => [no, option.min_star]), `sheet ${sheet.set_no}`).toEqual([["4.1", 5]])
  }
  for (const sheet of SHEETS) for (const { option } of provedCriteria(sheet)) expect(option.text).not.toContain("kiểm soát nội bộ")
})
