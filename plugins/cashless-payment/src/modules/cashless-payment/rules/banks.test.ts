import { expect, test } from "vitest"
import { BANK_ROOFS, bankName, bankOfName, isKnownBank, listBanks, namesBank, SANDBOX_BANK } from "./banks"

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

test("a digital bank may be told under the name of the bank whose roof it is under, and under no other; never the other way round", () => {
  expect(["CAKE by VPBank", "Ubank", "Timo by Ban Viet Bank", "Liobank by OCB", "UMEE by KienLongBank"].map(bankOfName)).toEqual(["546034", "546035", "963388", "963369", "963399"])
  expect(["VPBank", "BVBank", "OCB", "KienLongBank"].map(bankOfName)).toEqual(["970432", "970454", "970448", "970452"])
  for (const [bin, roof] of Object.entries(BANK_ROOFS)) {
    expect([isKnownBank(bin), isKnownBank(roof), namesBank(roof, bin), namesBank(bin, roof)], bin).toEqual([true, true, true, false])
  }
  expect([namesBank("546035", "546034"), namesBank("970448", "546034"), namesBank("970432", "970432")]).toEqual([false, false, true])
})
