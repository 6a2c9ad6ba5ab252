import autocannon from "autocannon";
import { readJson } from "../lib/data-dir.mjs";
import { Problem } from "../lib/problem.mjs";
import { loadSettings } from "../lib/settings.mjs";
import { join } from "node:path";

const pages = ["/", "/tim-kiem?q=che", "/en"];

/** Requests per second and latency of public pages and calls, against the house that is open on DATA_DIR. */
export async function run({ args, report }) {
  const run = readJson(join(loadSettings().DATA_DIR, "run.json"));
  if (!run) throw new Problem("No house is open on this DATA_DIR: start it (npm start) and run the bench beside it.");
  const duration = Number(args[0] ?? 10);
  const headers = { "x-publishable-api-key": run.publishable_key };
  const targets = [...pages.map((path) => `${run.shop}${path}`), `${run.backend}/store/search?q=che`, `${run.backend}/health/ready`];
  const rows = [];
  for (const url of targets) {
    const { requests, latency, non2xx, errors } = await autocannon({ url, headers, connections: 10, duration });
    rows.push({ url, per_second: requests.average, p50_ms: latency.p50, p99_ms: latency.p99, not_2xx: non2xx, errors });
  }
  report(rows);
}
