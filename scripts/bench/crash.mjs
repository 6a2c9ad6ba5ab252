import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "../lib/database.mjs";
import { Problem } from "../lib/problem.mjs";
import { say, step } from "../lib/progress.mjs";
import { openFair } from "./support/backend.mjs";
import { ourGoods } from "./support/buyers.mjs";
import { oldFaults, settle } from "./support/crash-audit.mjs";
import { CrashBuyers } from "./support/crash-buyers.mjs";

const BUYERS = 4;
/** At most so many answered requests between two kills: a journey and its payment are about twelve. */
const LIFE_REQUESTS = 30;

/**
 * `crash [rounds]`: kills the backend with SIGKILL at random moments (50 of them) of a running load of checkouts and
 * payments, starts it again each time, and then holds the books to what the buyers were promised. Ends with an error
 * that names every fault: a paid order lost or doubled, stock stuck, a checkout left half-way.
 */
export async function run({ args, report }) {
  const rounds = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 50);
  const fair = await openFair();
  try {
    const { receipts: _receipts, faults, ...figures } = await crash(fair, { rounds });
    report([figures]);
    for (const { fault, count, rows } of faults) say(`✖ ${count} × ${fault}: ${JSON.stringify(rows)}`);
    if (faults.length > 0) throw new Problem(`${faults.length} kinds of fault after ${rounds} kills.`);
    say(`${rounds} kills: nothing lost, nothing doubled, nothing stuck.`);
  } finally {
    await fair.close();
  }
}

/** Opens the load, kills `rounds` times, lets everything settle. Resolves to figures, receipts and faults. */
export async function crash(fair, { rounds, patienceMs = 180_000 }) {
  await step("start the server", () => fair.backend.start());
  const client = await connect(fair.databaseUrl);
  try {
    const old = await oldFaults(client);
    const buyers = new CrashBuyers({ fair, goods: await ourGoods(fair.databaseUrl) });
    await buyers.open(BUYERS);
    await kill(fair, buyers, rounds);
    // However the kills fell, some journeys come to their end.
    await step("let buyers finish", () => buyers.work(2 * LIFE_REQUESTS).then(() => buyers.close()));
    const payments = buyers.receipts.flatMap((receipt) => receipt.paid);
    const left = await client.query("select count(*)::int as count from order_group where status <> 'placed'");
    const faults = await step("settle", () => settle(client, { receipts: buyers.receipts, old, patienceMs }));
    const unexpected = [...buyers.faults].map(([message, count]) => ({ fault: "an answer of 500 or an unexpected refusal", count, rows: [message] }));
    return {
      kills: rounds, order_groups: buyers.receipts.length, payments: payments.length, untold: payments.filter(({ notice }) => notice === "lost").length,
      cut_off: buyers.cutOff, half_done: left.rows[0].count, faults: [...faults, ...unexpected], receipts: buyers.receipts,
    };
  } finally {
    await client.end();
  }
}

async function kill(fair, buyers, rounds) {
  for (let round = 1; round <= rounds; round += 1) {
    await buyers.work(Math.floor(Math.random() * LIFE_REQUESTS));
    await sleep(Math.random() * 200);
    await fair.backend.kill("SIGKILL");
    await fair.backend.start();
    if (round % 5 === 0) say(`killed ${round} times, ${buyers.receipts.length} order groups, ${buyers.cutOff} requests cut off`);
  }
}
