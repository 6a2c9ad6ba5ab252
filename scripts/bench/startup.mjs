import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHouse } from "../lib/house-process.mjs";
import { freePort } from "../lib/ports.mjs";

/** How long a built house takes to open: on an empty directory (migrations, seed) and the times after. */
export async function run({ args, report }) {
  const repeats = Number(args[0] ?? 3);
  const directory = mkdtempSync(join(tmpdir(), "cho-phien-bench-"));
  chmodSync(directory, 0o755);
  const settings = { DATA_DIR: join(directory, "data"), BACKEND_PORT: String(await freePort()), STOREFRONT_PORT: String(await freePort()) };
  const rows = [];
  try {
    for (let turn = 0; turn <= repeats; turn += 1) {
      const startedAt = Date.now();
      const house = startHouse(settings);
      await house.ready;
      const readyAt = Date.now();
      await house.stop();
      rows.push({ start: turn === 0 ? "first (migrate, seed)" : `again ${turn}`, ready_seconds: (readyAt - startedAt) / 1000, stop_seconds: (Date.now() - readyAt) / 1000 });
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  report(rows);
}
