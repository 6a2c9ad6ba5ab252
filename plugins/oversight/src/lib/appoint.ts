import { ApiError } from "@cho-phien/administrative-units"
import { normalisePhone } from "@cho-phien/marketplace"
import type { Person, PersonInput } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { OVERSIGHT_MODULE, type OversightModuleService } from "../modules/oversight"
import type { OfficialRole } from "../modules/oversight/rules/scope"

type Office = { unit_code: string | null; illustrative: boolean }

/**
 * The officials behind people who are appointed. Who has this phone already stays what they are; who has none becomes an
 * official who sees only the dossiers put to them. In the order given. @throws ApiError 400 for a phone that is none, an
 * id nobody has, and a person named twice
 */
export async function appoint(container: MedusaContainer, office: Office, people: readonly PersonInput[], role: Extract<OfficialRole, "consultant" | "council">, list: string): Promise<Person[]> {
  const oversight = container.resolve<OversightModuleService>(OVERSIGHT_MODULE)
  const asked = people.map((person, index) => ("phone" in person ? { ...person, phone: phoneOf(person.phone, `${list}.${index}.phone`) } : person))
  const known = await oversight.listOfficials({
    $or: [{ id: asked.flatMap((person) => ("official_id" in person ? person.official_id : [])) }, { phone: asked.flatMap((person) => ("phone" in person ? person.phone : [])) }],
  })
  const knownOf = (person: (typeof asked)[number]) => known.find((official) => ("phone" in person ? official.phone === person.phone : official.id === person.official_id))
  asked.forEach((person, index) => {
    if ("official_id" in person && !knownOf(person)) throw wrong(`${list}.${index}.official_id`, { vi: "Không có người này.", en: "There is no such person." })
    const same = asked.findIndex((other) => ("phone" in person ? "phone" in other && other.phone === person.phone : "official_id" in other && other.official_id === person.official_id) || (knownOf(person) && knownOf(other) === knownOf(person)))
    if (same !== index) throw wrong(`${list}.${index}`, { vi: "Người này có tên hai lần.", en: "This person is named twice." })
  })
  const missing = asked.filter((person) => "phone" in person && !knownOf(person)) as Extract<(typeof asked)[number], { phone: string }>[]
  // Whoever is appointed twice at once becomes an official once: the second finds what the first wrote.
  const created = await Promise.all(
    missing.map(async ({ name, phone }) => {
      const [official] = await oversight.createOfficials([{ name, phone, role, unit_code: office.unit_code, illustrative: office.illustrative }]).catch(async (error: unknown) => {
        const there = await oversight.listOfficials({ phone })
        if (there.length === 0) throw error
        return there
      })
      return official
    }),
  )
  return asked.map((person) => {
    const official = knownOf(person) ?? created.find((one) => "phone" in person && one?.phone === person.phone)
    if (!official) throw new Error("An appointed person was not found again")
    return { official_id: official.id, name: "name" in person ? person.name : official.name, organisation: person.organisation }
  })
}

function phoneOf(written: string, field: string): string {
  const phone = normalisePhone(written)
  if (!phone) throw wrong(field, { vi: "Cần số di động Việt Nam, ví dụ 0912 345 678.", en: "A Vietnamese mobile number is needed, for example 0912 345 678." })
  return phone
}

function wrong(field: string, sentence: { vi: string; en: string }): ApiError {
  return new ApiError({
    type: "invalid_data",
    code: "invalid_data",
    message: { vi: "Một số thông tin chưa đúng. Vui lòng xem lại các mục được đánh dấu.", en: "Some of the input is not right. Please check the fields that are marked." },
    fields: { [field]: sentence },
  })
}
