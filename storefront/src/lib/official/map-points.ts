import type { CommuneRate } from "./schemas";

export type MapPoint = { commune: CommuneRate; x: number; y: number; radius: number; share: number };
export type PointMap = { width: number; height: number; points: MapPoint[] };

const margin = 28;
const smallestRadius = 5;
const largestRadius = 18;

/**
 * Communes as dots on a plane of `width` units: longitude shrunk by the cosine of the middle latitude, so that the
 * province keeps its shape. The area of a dot grows with its recognised products. Null when nothing has coordinates.
 */
export function mapPoints(communes: readonly CommuneRate[], width: number): PointMap | null {
  const located = communes.flatMap((commune) =>
    commune.latitude == null || commune.longitude == null
      ? []
      : [{ commune, latitude: commune.latitude, longitude: commune.longitude }],
  );
  if (located.length === 0) return null;
  const latitudes = located.map(({ latitude }) => latitude);
  const longitudes = located.map(({ longitude }) => longitude);
  const north = Math.max(...latitudes);
  const south = Math.min(...latitudes);
  const west = Math.min(...longitudes);
  const shrink = Math.cos((((north + south) / 2) * Math.PI) / 180);
  const spanX = Math.max((Math.max(...longitudes) - west) * shrink, 0.01);
  const spanY = Math.max(north - south, 0.01);
  const inner = width - 2 * margin;
  const scale = Math.min(inner / spanX, (1.2 * inner) / spanY);
  const left = margin + (inner - spanX * scale) / 2;
  const most = Math.max(1, ...located.map(({ commune }) => commune.recognised));

  const points = located.map(({ commune, latitude, longitude }) => ({
    commune,
    x: round(left + (longitude - west) * shrink * scale),
    y: round(margin + (north - latitude) * scale),
    radius: round(smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(commune.recognised / most)),
    share: commune.recognised === 0 ? 0 : commune.listed / commune.recognised,
  }));
  // Small dots are drawn last, so that a big one never hides them.
  points.sort((a, b) => b.radius - a.radius);
  return { width, height: Math.ceil(spanY * scale + 2 * margin), points };
}

const round = (value: number) => Math.round(value * 10) / 10;
