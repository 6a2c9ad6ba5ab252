import { create } from "qrcode";

/** Modules of white around the code: ISO/IEC 18004 asks for four. */
const quietZone = 4;

/** A QR symbol as one SVG path, a unit square per module, quiet zone included in `size`. */
export function qrPath(payload: string): { path: string; size: number } {
  const { modules } = create(payload, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      let run = 1;
      while (column + run < modules.size && modules.get(row, column + run)) run++;
      path += `M${column + quietZone} ${row + quietZone}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return { path, size: modules.size + 2 * quietZone };
}
