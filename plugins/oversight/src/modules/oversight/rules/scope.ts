/** Whose figures an official may see: their own unit and what lies in it. Pure. */

export type OfficialRole = "commune" | "province" | "ministry" | "consultant" | "council"

export interface Viewer {
  role: OfficialRole
  unit_code: string | null
}

/**
 * @param parentCode code of the province the unit lies in; null for a province
 */
export function mayView(viewer: Viewer, unitCode: string, parentCode: string | null): boolean {
  if (viewer.role === "ministry") return true
  if (isAppointed(viewer.role)) return false
  if (!viewer.unit_code) return false
  return viewer.unit_code === unitCode || (viewer.role === "province" && viewer.unit_code === parentCode)
}

/** Members of a council and consultants answer for no area: they see the dossiers put to them. */
export function isAppointed(role: OfficialRole): boolean {
  return role === "consultant" || role === "council"
}

/** What the appointed may ask for besides their dossiers: who they are. Paths are those of the officials' door. */
export function isOpenToAppointed(path: string): boolean {
  return /^\/official\/(me|dossiers(\/.*)?)\/?$/.test(path)
}
