import { expect, test } from "vitest"
import { bankOfName, listBanks } from "./banks"

test("a bank is known by its short name however it is written, and by what aggregators call it; anything else is nobody's", () => {
  for (const { bin, name } of listBanks()) {
    for (const written of [name, name.toUpperCase(), name.toLowerCase(), name.split("").join(" ")]) expect(bankOfName(written), written).toBe(bin)
  }
  expect(["VCB", "MB", "LienVietPostBank", "Bản Việt"].map(bankOfName)).toEqual(["970436", "970422", "970449", "970454"])
  for (const unknown of ["", "payOS", "SePay", "Casso", "Ngân hàng mô phỏng", "MBX", "bank"]) expect(bankOfName(unknown), unknown).toBeNull()
})
