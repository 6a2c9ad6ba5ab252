import { OVERSIGHT_MODULE, type OversightModuleService } from "@cho-phien/oversight"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Account } from "./accounts"

const OFFICIALS = [
  { name: "Cán bộ tỉnh minh hoạ", phone: "+84900000901", unit_code: "19", role: "province", where: "Tỉnh Thái Nguyên" },
  { name: "Cán bộ xã minh hoạ", phone: "+84900000902", unit_code: "05503", role: "commune", where: "Xã Tân Cương" },
  { name: "Cán bộ Bộ minh hoạ", phone: "+84900000903", unit_code: null, role: "ministry", where: "Bộ Nông nghiệp và Môi trường" },
  { name: "Cán bộ xã khác minh hoạ", phone: "+84900000904", unit_code: "05488", role: "commune", where: "Xã Đại Phúc" },
  { name: "Cán bộ tỉnh khác minh hoạ", phone: "+84900000905", unit_code: "04", role: "province", where: "Tỉnh Cao Bằng" },
  { name: "Chuyên gia tư vấn minh hoạ", phone: "+84900000906", unit_code: "19", role: "consultant", where: "Tổ tư vấn tỉnh Thái Nguyên" },
  { name: "Chủ tịch Hội đồng minh hoạ", phone: "+84900000911", unit_code: "19", role: "council", where: "Hội đồng tỉnh, chủ tịch" },
  { name: "Thư ký Hội đồng minh hoạ", phone: "+84900000912", unit_code: "19", role: "council", where: "Hội đồng tỉnh, thư ký" },
  { name: "Thành viên Hội đồng 1 minh hoạ", phone: "+84900000913", unit_code: "19", role: "council", where: "Hội đồng tỉnh, thành viên" },
  { name: "Thành viên Hội đồng 2 minh hoạ", phone: "+84900000914", unit_code: "19", role: "council", where: "Hội đồng tỉnh, thành viên" },
  { name: "Chủ tịch Hội đồng trung ương minh hoạ", phone: "+84900000921", unit_code: null, role: "council", where: "Hội đồng trung ương, chủ tịch" },
  { name: "Thư ký Hội đồng trung ương minh hoạ", phone: "+84900000922", unit_code: null, role: "council", where: "Hội đồng trung ương, thư ký" },
  { name: "Thành viên Hội đồng trung ương minh hoạ", phone: "+84900000923", unit_code: null, role: "council", where: "Hội đồng trung ương, thành viên" },
] as const

type Demonstrated = (typeof OFFICIALS)[number]

/** Invented officials: of a province, of communes, of the ministry, and people appointed to councils. */
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

/** The invented official with this phone, as somebody who acts on a dossier. */
export async function demonstratedOfficial(container: MedusaContainer, phone: Demonstrated["phone"]) {
  const [official] = await container.resolve<OversightModuleService>(OVERSIGHT_MODULE).listOfficials({ phone })
  if (!official) throw new Error(`No official has the phone ${phone}`)
  const { id, name, role, unit_code } = official
  return { type: "official" as const, id, name, role, unit_code }
}
