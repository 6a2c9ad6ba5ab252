/** Whose figures an official may see: their own unit and what lies in it. Pure. */

export interface Viewer {
  role: "commune" | "province" | "ministry"
  unit_code: string | null
}

/**
 * @param parentCode code of the province the unit lies in; null for a province
 */
export function mayView(viewer: Viewer, unitCode: string, parentCode: string | null): boolean {
  if (viewer.role === "ministry") return true
  if (!viewer.unit_code) return false
  return viewer.unit_code === unitCode || (viewer.role === "province" && viewer.unit_code === parentCode)
}
