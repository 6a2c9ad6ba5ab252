import { bareName, foldVietnamese, type AdministrativeUnitsModuleService, type Unit } from "@cho-phien/administrative-units"
import type { PlacedRow } from "../modules/ocop/rules/official-list/judge-rows"
import type { ListRow, PlaceAnswer, PlaceWords } from "../modules/ocop/rules/official-list/types"

/**
 * Finds the commune of today behind the words of each row: a code, a name of today, or a name of before 1 July 2025 with
 * its district. What was divided is not guessed: the communes that took it over are named as candidates.
 * @param home province of the person who sends the list; used where a row names none
 */
export async function placeRows(units: AdministrativeUnitsModuleService, rows: ListRow[], home: string | null): Promise<PlacedRow[]> {
  const finder = new PlaceFinder(units, home, await units.listProvinces())
  const placed: PlacedRow[] = []
  for (const row of rows) placed.push({ ...row, placed: row.reasons.length > 0 ? null : await finder.find(row.place) })
  return placed
}

class PlaceFinder {
  private readonly answers = new Map<string, PlaceAnswer>()
  private readonly communes = new Map<string, Unit[]>()

  constructor(
    private readonly units: AdministrativeUnitsModuleService,
    private readonly home: string | null,
    private readonly provinces: Unit[],
  ) {}

  /** Lists repeat their places: each is looked up once. */
  async find(words: PlaceWords): Promise<PlaceAnswer> {
    const key = JSON.stringify(words)
    const known = this.answers.get(key)
    if (known) return known
    const answer = await this.look(words)
    this.answers.set(key, answer)
    return answer
  }

  private async look(words: PlaceWords): Promise<PlaceAnswer> {
    if (words.code) return this.byCode(words.code)
    const province = words.province ? this.provinces.find((unit) => bareName(unit.name) === bareName(words.province ?? "")) : undefined
    const provinceCode = province?.code ?? (words.province ? null : this.home)
    if (!words.commune) {
      return provinceCode
        ? { place: { commune_code: null, province_code: provinceCode } }
        : problem("Thiếu xã và tỉnh.", "The commune and the province are missing.")
    }
    // A district is a name of before: the old communes are asked first. Without one, those of today.
    if (!words.district && provinceCode) {
      const today = await this.communesOfToday(provinceCode, words.commune)
      if (today.length === 1) return at(today[0] as Unit)
      if (today.length > 1) return unsure(today)
    }
    const before = await this.units.resolveOldCommune({
      name: words.commune,
      ...(words.district && { district: words.district }),
      // The province a list names may be the old one or today's: an old one narrows, today's is checked below.
      ...(words.province && !province && { province: words.province }),
    })
    const heirs = unique(before.flatMap((answer) => answer.units)).filter((unit) => provinceCode === null || unit.parent_code === provinceCode)
    if (heirs.length === 1) return at(heirs[0] as Unit)
    if (heirs.length > 1) return unsure(heirs)
    const today = provinceCode ? await this.communesOfToday(provinceCode, words.commune) : []
    if (today.length === 1) return at(today[0] as Unit)
    if (today.length > 1) return unsure(today)
    if (words.province && !province && before.length === 0) return problem(`Không có tỉnh, thành phố nào tên “${words.province}”.`, `No province is called “${words.province}”.`)
    return problem(
      `Không tìm thấy “${[words.commune, words.district].filter(Boolean).join(", ")}”. Hãy ghi thêm huyện cũ hoặc điền mã xã.`,
      `“${[words.commune, words.district].filter(Boolean).join(", ")}” was not found. Add the old district or the commune's code.`,
    )
  }

  private async byCode(code: string): Promise<PlaceAnswer> {
    const unit = (await this.units.retrieveUnits([code])).get(code)
    if (unit?.parent_code) return at(unit)
    const heirs = unique((await this.units.resolveOldCommune({ code })).flatMap((answer) => answer.units))
    if (heirs.length === 1) return at(heirs[0] as Unit)
    return heirs.length > 1 ? unsure(heirs) : problem(`Không có xã nào mang mã ${code}.`, `No commune has the code ${code}.`)
  }

  private async communesOfToday(provinceCode: string, name: string): Promise<Unit[]> {
    const communes = this.communes.get(provinceCode) ?? (await this.units.listCommunes(provinceCode))
    this.communes.set(provinceCode, communes)
    const named = communes.filter((unit) => bareName(unit.name) === bareName(name))
    const ofKind = named.filter((unit) => foldVietnamese(unit.full_name) === foldVietnamese(name))
    return ofKind.length === 1 ? ofKind : named
  }
}

function at(unit: Unit): PlaceAnswer {
  return { place: { commune_code: unit.code, province_code: unit.parent_code ?? unit.code } }
}

function unsure(units: Unit[]): PlaceAnswer {
  return {
    problem: { vi: "Địa danh này nay thuộc nhiều xã. Hãy điền mã xã đúng vào cột “Mã xã”.", en: "Several communes of today answer to this name. Write the right code into the column “Mã xã”." },
    candidates: units.slice(0, 8).map((unit) => ({ id: unit.code, label: unit.full_name })),
  }
}

function problem(vi: string, en: string): PlaceAnswer {
  return { problem: { vi, en }, candidates: [] }
}

function unique(units: Unit[]): Unit[] {
  return [...new Map(units.map((unit) => [unit.code, unit])).values()]
}
