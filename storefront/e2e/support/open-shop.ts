import { randomInt } from "node:crypto"
import { asOperator } from "./operator"
import type { Run } from "./stack"

/** A shop of the spec's own in Tân Cương, at the house's delivery fees. @returns the phone its seller signs in with */
export async function openShop(run: Run): Promise<string> {
  return (await openNewShop(run)).phone
}

const TEST_BANK = { bin: "970499", bank_name: "Ngân hàng thử nghiệm" }

/** The same, with the id by which others know it; paid at another bank where one is given. */
export async function openNewShop(run: Run, bank = TEST_BANK): Promise<{ phone: string; id: string }> {
  const phone = `09${randomInt(10_000_000, 99_999_999)}`
  const number = randomInt(10_000_000, 99_999_999)
  const { seller } = await asOperator<{ seller: { id: string } }>(run, "/sellers", {
    name: `Gian thử ${number}`, kind: "cooperative", province_code: "19", commune_code: "05503", phone, member_name: "Người bán thử",
    bank: { ...bank, account_number: String(number), account_name: "GIAN THU" },
  })
  return { phone, id: seller.id }
}
