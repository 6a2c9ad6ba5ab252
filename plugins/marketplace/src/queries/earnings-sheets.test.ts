import { expect, test } from "vitest"
import { earningsSheets } from "./earnings-sheets"

test("what else was booked is a sheet of the workbook, with its sign", () => {
  const sheets = earningsSheets({
    period: { from: "2026-11-01", to: "2026-11-30" },
    now: { payable_vnd: 0, held_vnd: 0, receivable_vnd: 0, in_transit_vnd: 0 },
    orders: [],
    count: 0,
    charges: [],
    payouts: [],
    others: [{ day: "2026-11-22", what: "api_fee", amount_vnd: 400 }, { day: "2026-11-20", what: "taken_over", amount_vnd: -40_000 }],
    moreOthers: false,
  })
  expect(sheets.map(({ name }) => name)).toEqual(["Đơn hàng", "Chi trả", "Khoản khác"])
  expect(sheets[2]?.rows).toEqual([["22/11/2026", "Phí của ứng dụng thu tiền", 400], ["20/11/2026", "Chợ hoàn tiền thay gian hàng", -40_000]])
})
