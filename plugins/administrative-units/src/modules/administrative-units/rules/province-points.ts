type Located = { code: string; parent_code: string | null; latitude: number | null; longitude: number | null }

/**
 * Gives every province without a label point that of its commune nearest to the middle of all of them:
 * a point that surely lies inside, also where the province is long or has far islands.
 */
export function withProvincePoints<U extends Located>(units: readonly U[]): U[] {
  const communes = new Map<string, U[]>()
  for (const unit of units) {
    if (unit.parent_code === null || unit.latitude === null || unit.longitude === null) continue
    const siblings = communes.get(unit.parent_code)
    if (siblings) siblings.push(unit)
    else communes.set(unit.parent_code, [unit])
  }
  return units.map((unit) => {
    const own = communes.get(unit.code)
    if (unit.parent_code !== null || unit.latitude !== null || !own) return unit
    const { latitude, longitude } = nearestToMiddle(own)
    return { ...unit, latitude, longitude }
  })
}

function nearestToMiddle<U extends Located>(points: readonly U[]): U {
  const mean = (axis: "latitude" | "longitude") => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length
  const middle = { latitude: mean("latitude"), longitude: mean("longitude") }
  // A degree of longitude is shorter than one of latitude by this.
  const shrink = Math.cos((middle.latitude * Math.PI) / 180)
  const distance = (point: U) =>
    Math.hypot((point.latitude ?? 0) - middle.latitude, ((point.longitude ?? 0) - middle.longitude) * shrink)
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best))
}
