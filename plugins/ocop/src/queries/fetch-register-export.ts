import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { OCOP_MODULE } from "../modules/ocop"
import { csvLine } from "../modules/ocop/rules/official-list/safe-cell"
import { exportRegister, type ExportProduct, type ExportProfile, type ExportTable } from "../modules/ocop/rules/official-list/export-register"
import type OcopModuleService from "../modules/ocop/service"
import { LIST_HEADINGS } from "../sheets/list-template"
import { writeXlsx } from "../sheets/write-xlsx"

export type RegisterFormat = "xlsx" | "csv" | "json"
export type RegisterFile = { body: string | Buffer; type: string; name: string }

/**
 * The register of one area as a file.
 * @param area code of a province (2 digits) or commune (5); null for the whole country
 * @param ids only these, in this order; absent: all of the area by name
 */
export async function fetchRegisterExport(container: MedusaContainer, area: string | null, profile: ExportProfile, format: RegisterFormat, ids?: string[]): Promise<RegisterFile> {
  const inArea = area === null ? {} : area.length === 2 ? { province_code: area } : { commune_code: area }
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const found = ids?.length === 0 ? [] : await ocop.listOcopProducts({ ...inArea, ...(ids && { id: ids }) }, { relations: ["recognitions"], order: { name: "ASC", id: "ASC" } })
  const place = new Map(ids?.map((id, index) => [id, index]))
  const products = (found as unknown as ExportProduct[]).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const codes = [...new Set(products.flatMap((product) => [product.province_code, ...(product.commune_code ? [product.commune_code] : [])]))]
  const units = await container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits(codes)
  const names = new Map([...units].map(([code, unit]) => [code, unit.full_name]))
  const today = todayInVietnam()
  const table = exportRegister(products, profile, names, LIST_HEADINGS, today)
  const name = `${profile === "ptnt" ? "PTNT_OCOP" : "so-ocop"}-${area ?? "ca-nuoc"}-${today}.${format}`
  return { name, ...written(table, profile, format) }
}

function written(table: ExportTable, profile: ExportProfile, format: RegisterFormat): Omit<RegisterFile, "name"> {
  const { header, rows } = table
  if (format === "json") {
    const records = rows.map((cells) => Object.fromEntries(header.map((field, index) => [field, cells[index] ?? null])))
    return { body: JSON.stringify({ profile, fields: header, records }), type: "application/json; charset=utf-8" }
  }
  // The mark lets Excel read the file as UTF-8.
  if (format === "csv") return { body: `\uFEFF${csvLine(header)}${rows.map(csvLine).join("")}`, type: "text/csv; charset=utf-8" }
  const sheet = { name: profile === "ptnt" ? "PTNT_OCOP" : "Sổ OCOP", header, rows }
  return { body: Buffer.from(writeXlsx([sheet])), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }
}
