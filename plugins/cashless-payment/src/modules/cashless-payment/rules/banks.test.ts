import { expect, test } from "vitest"
import { bankName, bankOfName, isKnownBank, listBanks, SANDBOX_BANK } from "./banks"

test("a bank is known by its short name however it is written, and by what aggregators call it; anything else is nobody's", () => {
  for (const { bin, name } of listBanks()) {
    for (const written of [name, name.toUpperCase(), name.toLowerCase(), name.split("").join(" ")]) expect(bankOfName(written), written).toBe(bin)
  }
  expect(["VCB", "MB", "LienVietPostBank", "Bản Việt"].map(bankOfName)).toEqual(["970436", "970422", "970449", "970454"])
  for (const unknown of ["", "payOS", "SePay", "Casso", "Ngân hàng mô phỏng", "MBX", "bank"]) expect(bankOfName(unknown), unknown).toBeNull()
})

test("the simulated bank is known by its names, and nobody can choose it", () => {
  expect(["SandboxBank", "sandboxbank", bankName(SANDBOX_BANK.bin)].map(bankOfName)).toEqual(Array(3).fill(SANDBOX_BANK.bin))
  expect([isKnownBank(SANDBOX_BANK.bin), listBanks().some(({ bin }) => bin === SANDBOX_BANK.bin)]).toEqual([false, false])
})
