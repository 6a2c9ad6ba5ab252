import fc from "fast-check";
import { expect, test } from "vitest";
import { mapPoints } from "./map-points";

const commune = (code: string, latitude: number | null, longitude: number | null, recognised = 1, listed = 0) => ({
  code,
  name: code,
  latitude,
  longitude,
  recognised,
  listed,
  rate_percent: null,
});

test("north is up, east is right, more products make a bigger dot", () => {
  const map = mapPoints([commune("north", 22, 105, 9, 3), commune("east", 21, 106, 1)], 400);
  const at = (code: string) => map?.points.find((point) => point.commune.code === code);
  expect(at("north")?.y).toBeLessThan(at("east")?.y ?? 0);
  expect(at("north")?.x).toBeLessThan(at("east")?.x ?? 0);
  expect(at("north")?.radius).toBeGreaterThan(at("east")?.radius ?? 99);
  expect(at("north")?.share).toBeCloseTo(1 / 3);
});

test("communes without coordinates are left out; none at all is no map", () => {
  expect(mapPoints([commune("a", null, null)], 400)).toBeNull();
  expect(mapPoints([commune("a", null, 105), commune("b", 21, 105)], 400)?.points).toHaveLength(1);
});

test("every dot lies on the map, whatever the places", () => {
  const place = fc.record({ latitude: fc.double({ min: 8, max: 24, noNaN: true }), longitude: fc.double({ min: 102, max: 115, noNaN: true }), recognised: fc.nat(500) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
      const map = mapPoints(places.map((spot, index) => commune(String(index), spot.latitude, spot.longitude, spot.recognised)), 400);
      return map !== null && map.points.every(({ x, y, radius }) => x - radius >= 0 && x + radius <= map.width && y - radius >= 0 && y + radius <= map.height + 1);
    }),
  );
});
