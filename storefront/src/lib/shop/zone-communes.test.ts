import { expect, test } from "vitest";
import { projectPoints } from "@/lib/format/project-points";
import { signHref } from "./sign-href";
import { zoneCommunes } from "./zone-communes";

const commune = (code: string) => ({ code, name: code, full_name: code, latitude: 21.5, longitude: 105.7 });
const unit = (old_unit: string, code: string | null, confirmed: boolean) => ({ old_unit, old_district: null, commune: code ? commune(code) : null, confirmed, source: "" });

test("a commune of today stands once, and is confirmed only when all of its old ones are", () => {
  const found = zoneCommunes([unit("A", "1", true), unit("B", "1", false), unit("C", "2", true), unit("D", null, true)]);
  expect(found.map(({ code, old_units, confirmed }) => [code, old_units, confirmed])).toEqual([
    ["1", 2, false],
    ["2", 1, true],
  ]);
});

test("the plane keeps north above south and west left of east; what has no place is left out", () => {
  const map = projectPoints([{ n: "a", latitude: 22, longitude: 105 }, { n: "b", latitude: 21, longitude: 106 }, { n: "c", latitude: null, longitude: 105 }], 400);
  const [a, b] = map?.points ?? [];
  expect(map?.points).toHaveLength(2);
  expect((a?.x ?? 9) < (b?.x ?? 0) && (a?.y ?? 9) < (b?.y ?? 0)).toBe(true);
  expect(projectPoints([], 400)).toBeNull();
});

test("a mark never stands under the address of indications", () => {
  expect(signHref({ kind: "geographical_indication", handle: "x" })).toBe("/chi-dan-dia-ly/x");
  expect(signHref({ kind: "collective_mark", handle: "x" })).toBe("/nhan-hieu/x");
});
