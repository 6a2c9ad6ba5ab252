import { create } from "qrcode";
import { expect, test } from "vitest";
import { qrPath } from "./qr-path";

const payload = "00020101021238540010A00000072701240006970403011001234567890208QRIBFTTA53037045802VN63046D1B";

/** Draws the path on a grid again. */
function drawn(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, column, row, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(run); step++) (grid[Number(row)] as boolean[])[Number(column) + step] = true;
  }
  return grid;
}

test("the path covers exactly the dark modules, with four of white around", () => {
  const { modules } = create(payload, { errorCorrectionLevel: "M" });
  const { path, size } = qrPath(payload);
  const grid = drawn(path, size);
  expect(size).toBe(modules.size + 8);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const inside = row >= 4 && column >= 4 && row < size - 4 && column < size - 4;
      const dark = inside && Boolean(modules.get(row - 4, column - 4));
      expect(grid[row]?.[column]).toBe(dark);
    }
  }
});
