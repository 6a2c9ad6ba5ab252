import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../lib/problem.mjs";
import { say, step } from "../lib/progress.mjs";
import { openFair } from "./support/backend.mjs";
import { fairJourney, ourGoods, stockJourney } from "./support/buyers.mjs";
import { closedLoop } from "./support/closed-loop.mjs";
import { cpuMilliseconds } from "./support/cpu-time.mjs";
import { saveFigures } from "./support/report.mjs";
import { latencies, rounded } from "./support/statistics.mjs";
import { openStockShop } from "./support/stock-shop.mjs";

const CONNECTIONS = [1, 8, 32];
/** `fewest`: a cell of one buyer has at least so many journeys per round; of two or three a p50 says nothing. */
const FULL = { rounds: 2, seconds: 6, fewest: 6, warmUpJourneys: 40 };
const QUICK = { rounds: 1, seconds: 4, fewest: 6, warmUpJourneys: 16 };
/** Before each cell: what the one before left behind its answers (messages, the search index) is not the next one's cost. */
const REST_MS = 2_000;

/**
 * A stock Medusa shop of one seller against our fair with three sellers in every basket, on one machine, one database
 * server and in alternating rounds, so that whatever else the machine does falls on both. `--quick` for a first look.
 */
export async function run({ args, report }) {
  const plan = args.includes("--quick") ? QUICK : FULL;
  const fair = await openFair();
  try {
    const stock = await openStockShop(fair);
    await step("start both servers", () => Promise.all([fair.backend.start(), stock.backend.start()]));
    const goods = await ourGoods(fair.databaseUrl);
    const shops = { stock: { journey: stockJourney(stock), backend: stock.backend }, ours: { journey: await fairJourney({ ...fair, goods }), backend: fair.backend } };
    try {
      const blocks = await measure(shops, plan);
      const rows = blocks.map(summary);
      report(rows.map(({ steps: _steps, ...row }) => row));
      report(stepRows(rows));
      saveFigures("checkout", { plan, rows });
    } finally {
      await stock.backend.kill("SIGTERM");
    }
  } finally {
    await fair.close();
  }
}

async function measure(shops, { rounds, seconds, fewest, warmUpJourneys }) {
  for (const [name, { journey }] of Object.entries(shops)) {
    const { finished, errors } = await step(`warm up ${name}`, () => closedLoop({ connections: 4, seconds: 0, fewest: warmUpJourneys, journey }));
    if (finished.length === 0) throw new Problem(`No journey through the ${name} shop came to its end: ${[...errors.keys()][0]}`);
  }
  const blocks = CONNECTIONS.flatMap((connections) => Object.keys(shops).map((shop) => ({ connections, shop, finished: [], errors: new Map(), seconds: 0, cpu: 0 })));
  for (const connections of CONNECTIONS) {
    for (let round = 0; round < rounds; round += 1) {
      // Who goes first changes too: the second of a pair meets the first one's autovacuum.
      const order = Object.keys(shops);
      for (const shop of round % 2 ? order.reverse() : order) {
        const block = blocks.find((one) => one.connections === connections && one.shop === shop);
        const { journey, backend } = shops[shop];
        await sleep(REST_MS);
        const cpuBefore = cpuMilliseconds(backend.pid);
        const part = await closedLoop({ connections, seconds, fewest, journey });
        block.cpu += cpuMilliseconds(backend.pid) - cpuBefore;
        block.finished.push(...part.finished);
        block.seconds += part.seconds;
        for (const [message, count] of part.errors) block.errors.set(message, (block.errors.get(message) ?? 0) + count);
        say(`${connections} connections, round ${round + 1}, ${shop}: ${part.finished.length} journeys in ${rounded(part.seconds)} s, load ${rounded(loadavg()[0])}`);
      }
    }
  }
  return blocks;
}

function summary({ connections, shop, finished, errors, seconds, cpu }) {
  const names = Object.keys(finished[0]?.steps ?? {});
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
  for (const [message, count] of errors) say(`${shop}, ${connections} connections: ${count} × ${message}`);
  return {
    connections, shop, journeys: finished.length, per_second: rounded(finished.length / seconds),
    ...latencies(finished.map(({ total }) => total)),
    // What a journey costs the server's process, whoever else the machine works for.
    cpu_ms: Math.round(cpu / (finished.length + failed)), errors: failed,
    steps: Object.fromEntries(names.map((name) => [name, latencies(finished.map(({ steps }) => steps[name]))])),
  };
}

const stepRows = (rows) => rows.flatMap(({ connections, shop, steps }) => Object.entries(steps).map(([name, { p50_ms, p95_ms }]) => ({ connections, shop, step: name, p50_ms, p95_ms })));
