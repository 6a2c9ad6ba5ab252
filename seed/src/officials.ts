import { OVERSIGHT_MODULE, type OversightModuleService } from "@cho-phien/oversight"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Account } from "./accounts"

const OFFICIALS = [
  { name: "Cán bộ tỉnh minh hoạ", phone: "+84900000901", unit_code: "19", role: "province", where: "Tỉnh Thái Nguyên" },
  { name: "Cán bộ xã minh hoạ", phone: "+84900000902", unit_code: "05503", role: "commune", where: "Xã Tân Cương" },
] as const

/** Two invented officials, one of a province and one of a commune in it. */
export async function seedOfficials(container: MedusaContainer): Promise<Account[]> {
  const oversight = container.resolve<OversightModuleService>(OVERSIGHT_MODULE)
  const known = await oversight.listOfficials({ phone: OFFICIALS.map((official) => official.phone) })
  const phones = new Set(known.map((official: { phone: string }) => official.phone))
  const missing = OFFICIALS.filter((official) => !phones.has(official.phone))
  if (missing.length > 0)
    await oversight.createOfficials(
      missing.map(({ name, phone, unit_code, role }) => ({ name, phone, unit_code, role, illustrative: true })),
    )
  return OFFICIALS.map(({ phone, where }) => ({
    role: "official",
    login: phone.replace("+84", "0"),
    how: `${where}: số điện thoại + mã một lần (xem hộp thư thử nghiệm) · phone and one-time code (see the sandbox inbox)`,
  }))
}
