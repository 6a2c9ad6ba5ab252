/** A place on the globe, in degrees; a label point of the register. */
export type Located = { latitude?: number | null; longitude?: number | null };

export type Projection<T> = { width: number; height: number; points: { item: T; x: number; y: number }[] };

const margin = 28;

/**
 * Places on a plane of `width` units: longitude shrunk by the cosine of the middle latitude, so that the land keeps
 * its shape. Those without coordinates are left out; null when nothing has any.
 */
export function projectPoints<T extends Located>(items: readonly T[], width: number): Projection<T> | null {
  const located = items.flatMap((item) =>
    item.latitude == null || item.longitude == null ? [] : [{ item, latitude: item.latitude, longitude: item.longitude }],
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
  const points = located.map(({ item, latitude, longitude }) => ({
    item,
    x: round(left + (longitude - west) * shrink * scale),
    y: round(margin + (north - latitude) * scale),
  }));
  return { width, height: Math.ceil(spanY * scale + 2 * margin), points };
}

const round = (value: number) => Math.round(value * 10) / 10;
