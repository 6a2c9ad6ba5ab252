import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { fieldError } from "../modules/geographical-indications/errors"
import type { ProducerPlace } from "../modules/geographical-indications/service"

export type PlaceQuestion = { commune_code?: string | null; old_commune_code?: string | null }

/**
 * Where a producer works: the commune of today, and of before 1 July 2025 as far as anybody has said or it can only be one.
 * Old codes live on as new ones of larger communes, so which of the two is meant is never guessed.
 * @throws ApiError 400 with a sentence at `commune_code` or `old_commune_code`; `geographical_indications.place_ambiguous`
 * when the old commune was divided and nobody said where to look
 */
export async function resolveProducerPlace(container: MedusaContainer, asked: PlaceQuestion): Promise<ProducerPlace> {
  const units = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  if (asked.old_commune_code) return fromOldCommune(units, asked.old_commune_code, asked.commune_code ?? null)
  if (!asked.commune_code)
    throw fieldError("geographical_indications.place_needed", "commune_code", {
      vi: "Cần biết xã của người sản xuất, hiện nay hoặc trước 01/07/2025.",
      en: "The producer's commune is needed, of today or of before 1 July 2025.",
    })
  const unit = (await units.retrieveUnits([asked.commune_code])).get(asked.commune_code)
  if (!unit?.parent_code)
    throw fieldError("geographical_indications.unknown_commune", "commune_code", {
      vi: "Không có xã, phường hiện nay nào mang mã này. Nếu là mã trước 01/07/2025, hãy ghi vào ô xã cũ.",
      en: "No commune of today has this code. If it is one of before 1 July 2025, enter it as the old commune.",
    })
  const edges = await units.listAdministrativeSuccessions({ new_commune_code: unit.code }, { select: ["old_commune_code"] })
  const codes = edges.map((edge) => edge.old_commune_code)
  // One of unknown code among them: which old communes it can be is not known in full.
  const possible = codes.every((code): code is string => code !== null) ? [...new Set(codes)] : []
  return {
    commune_code: unit.code,
    province_code: unit.parent_code,
    old_commune_code: possible.length === 1 ? (possible[0] ?? null) : null,
    possible_old_codes: possible,
  }
}

async function fromOldCommune(units: AdministrativeUnitsModuleService, code: string, current: string | null): Promise<ProducerPlace> {
  const [old] = await units.resolveOldCommune({ code })
  if (!old || old.units.length === 0)
    throw fieldError("geographical_indications.unknown_old_commune", "old_commune_code", {
      vi: "Trước 01/07/2025 không có xã nào mang mã này.",
      en: "No commune of before 1 July 2025 had this code.",
    })
  const successors = [...new Map(old.units.map((unit) => [unit.code, unit])).values()]
  const names = successors.map((unit) => `${unit.full_name} (${unit.code})`).join(", ")
  const chosen = current === null ? (successors.length === 1 ? successors[0] : undefined) : successors.find((unit) => unit.code === current)
  if (!chosen && current === null)
    throw fieldError("geographical_indications.place_ambiguous", "commune_code", {
      vi: `${old.old_commune} đã chia về ${names}. Hãy chọn xã hiện nay của người sản xuất.`,
      en: `${old.old_commune} was divided between ${names}. Choose the producer's commune of today.`,
    })
  if (!chosen?.parent_code)
    throw fieldError("geographical_indications.commune_mismatch", "old_commune_code", {
      vi: `${old.old_commune} cũ không thuộc xã đã chọn; xã ấy nay là ${names}.`,
      en: `The old commune ${old.old_commune} did not go into the commune you chose; it is now ${names}.`,
    })
  return { commune_code: chosen.code, province_code: chosen.parent_code, old_commune_code: code, possible_old_codes: [code] }
}
