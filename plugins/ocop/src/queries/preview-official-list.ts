import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { OCOP_MODULE } from "../modules/ocop"
import { countsOf, planOf, type JudgeInput, type ListActor, type ListCounts } from "../modules/ocop/commit-official-list"
import type { Verdict } from "../modules/ocop/rules/official-list/judge-rows"
import type { Decision } from "../modules/ocop/rules/official-list/types"
import type OcopModuleService from "../modules/ocop/service"
import { placeRows } from "../sheets/place-rows"
import { readOfficialList, type OfficialListFile } from "../sheets/read-list"

export type ListPreview = {
  file: { sha256: string; name: string; format: string; encoding: string }
  decision: Decision
  fields: string[]
  ignored_rows: number[]
  counts: ListCounts
  plan: string
  verdicts: Omit<Verdict, "write">[]
}

/** Reads a list and finds its places. @throws ApiError `ocop.list_…` when the file can't be read as one */
export async function prepareOfficialList(container: MedusaContainer, bytes: Uint8Array, actor: ListActor): Promise<{ list: OfficialListFile; judging: JudgeInput }> {
  const list = readOfficialList(bytes)
  const units = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const rows = await placeRows(units, list.rows, actor.province_code)
  return { list, judging: { rows, scope: actor.province_code, level: actor.level, illustrative: actor.illustrative, today: todayInVietnam() } }
}

/** What a list would do, row by row. Stores nothing: the same file is sent again to be committed. */
export async function previewOfficialList(container: MedusaContainer, bytes: Uint8Array, name: string, actor: ListActor): Promise<ListPreview> {
  const { list, judging } = await prepareOfficialList(container, bytes, actor)
  const verdicts = await container.resolve<OcopModuleService>(OCOP_MODULE).judgeOfficialList(judging)
  return {
    file: { sha256: list.sha256, name, format: list.format, encoding: list.encoding },
    decision: list.decision,
    fields: list.fields,
    ignored_rows: list.ignored.slice(0, 200),
    counts: countsOf(verdicts),
    plan: planOf(verdicts),
    verdicts: verdicts.map(({ write: _write, ...verdict }) => verdict),
  }
}
