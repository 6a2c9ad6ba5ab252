import { projectPoints } from "@/lib/format/project-points";
import type { CommuneRate } from "./schemas";

export type MapPoint = { commune: CommuneRate; x: number; y: number; radius: number; share: number };
export type PointMap = { width: number; height: number; points: MapPoint[] };

const smallestRadius = 5;
const largestRadius = 18;

/**
 * Communes as dots where they lie (`projectPoints`). The area of a dot grows with its recognised products.
 * Null when nothing has coordinates.
 */
export function mapPoints(communes: readonly CommuneRate[], width: number): PointMap | null {
  const plane = projectPoints(communes, width);
  if (!plane) return null;
  const most = Math.max(1, ...plane.points.map(({ item }) => item.recognised));
  const points = plane.points.map(({ item: commune, x, y }) => ({
    commune,
    x,
    y,
    radius: round(smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(commune.recognised / most)),
    share: commune.recognised === 0 ? 0 : commune.listed / commune.recognised,
  }));
  // Small dots are drawn last, so that a big one never hides them.
  points.sort((a, b) => b.radius - a.radius);
  return { width, height: plane.height, points };
}

const round = (value: number) => Math.round(value * 10) / 10;
