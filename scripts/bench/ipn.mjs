import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readJson } from "../lib/data-dir.mjs";
import { connect } from "../lib/database.mjs";
import { backendServerDir, medusaCli } from "../lib/paths.mjs";
import { Problem } from "../lib/problem.mjs";
import { say, step } from "../lib/progress.mjs";
import { runTool } from "../lib/tools.mjs";
import { benchSecrets, openFair } from "./support/backend.mjs";
import { fairJourney, ourGoods } from "./support/buyers.mjs";
import { cpuMilliseconds } from "./support/cpu-time.mjs";
import { httpClient } from "./support/http-client.mjs";
import { openLoop } from "./support/open-loop.mjs";
import { saveFigures } from "./support/report.mjs";
import { latencies, rounded } from "./support/statistics.mjs";
import { notices } from "./support/vnpay-notices.mjs";

const PER_SECOND = 200;
const terminal = { tmnCode: benchSecrets.VNPAY_TMN_CODE, secret: benchSecrets.VNPAY_HASH_SECRET };
const attemptsScript = fileURLToPath(new URL("support/open-attempts.mjs", import.meta.url));

/**
 * VNPay's IPN at 200 a second for 15 seconds (`--quick`: 5), the arrivals at fixed times: payments, repeats, cancels and
 * forgeries, against attempts that are really open. Among them, one a second, are orders that were really placed, whose
 * sellers' orders are then paid behind the answer. Goal: p95 of at most 10 ms. `--worker`: a server beside a worker.
 */
export async function run({ args, report }) {
  const seconds = args.includes("--quick") ? 5 : 15;
  const total = seconds * PER_SECOND;
  // As for a real terminal. The sandbox asks after seconds, so that nobody waits for it: within the measurement the house
  // would ask itself about each attempt that is still open, and answer itself as VNPay.
  const fair = await openFair({ settings: { VNPAY_QUERY_AFTER_SECONDS: "120" }, beside: args.includes("--worker") });
  try {
    const attempts = await openAttempts(fair, total);
    await step("start the server", () => Promise.all([fair.backend.start(), fair.worker?.start()]));
    const orders = await step("place orders to be paid", () => placeOrders(fair, seconds));
    const client = httpClient(fair.backend.url, { connections: 256 });
    const send = ({ query }) => client.send("GET", `/hooks/vnpay/ipn?${query}`);
    // Signed beforehand: a pause for that between the two would be a gap, and the stream would begin in the middle of what
    // the server does in gaps.
    const first = notices(attempts.splice(0, PER_SECOND * 3), PER_SECOND * 3, terminal);
    const items = notices(spread(attempts, orders), total, terminal);
    // What a server that has been up for a while has behind it: compiled code, open connections.
    await step("warm up", () => openLoop({ items: first, perSecond: 100, send }));
    const cpuBefore = cpuMilliseconds(fair.backend.pid);
    const answers = await step(`${total} notices at ${PER_SECOND}/s`, () => openLoop({ items, perSecond: PER_SECOND, send }));
    const cpu = (cpuMilliseconds(fair.backend.pid) - cpuBefore) / total;
    const rows = summaries(answers, cpu);
    report(rows);
    saveFigures("ipn", { plan: { seconds, perSecond: PER_SECOND }, rows });
    await checkBooks(fair, answers);
  } finally {
    await fair.close();
  }
}

async function openAttempts(fair, total) {
  const file = join(fair.directory, "attempts.json");
  await step("open attempts", () => runTool("Opening attempts", process.execPath, [medusaCli, "exec", attemptsScript, String(total + PER_SECOND * 3), file], { cwd: backendServerDir, env: fair.env, logFile: join(fair.directory, "attempts.log") }));
  return readJson(file);
}

async function placeOrders(fair, count) {
  const { post } = httpClient(fair.backend.url, { headers: { "x-publishable-api-key": fair.key } });
  const journey = await fairJourney({ ...fair, goods: await ourGoods(fair.databaseUrl) }, { rail: "vnpay" });
  const orders = [];
  for (let number = 0; number < count; number += 1) {
    const { id, access_token } = await journey((_name, work) => work());
    const { redirect_url: url } = await post(`/store/order-groups/${id}/vnpay`, { access_token });
    const query = new URL(url).searchParams;
    orders.push({ txnRef: query.get("vnp_TxnRef"), amountVnd: Number(query.get("vnp_Amount")) / 100 });
  }
  return orders;
}

/** The real orders evenly among the others; `notices` takes from the end and needs as many as there are calls at most. */
function spread(attempts, orders) {
  const mixed = [...attempts];
  const gap = Math.floor(mixed.length / (orders.length + 1));
  orders.forEach((order, index) => mixed.splice(mixed.length - (index + 1) * gap, 0, order));
  return mixed;
}

function summaries(answers, cpu) {
  const row = (kind, some) => {
    const wrong = some.filter(({ item, result }) => !(item.statuses ?? [200]).includes(result?.status) || result.body.RspCode !== item.wanted);
    for (const { item, result, error } of wrong.slice(0, 3)) say(`${item.kind}: wanted ${item.wanted}, got ${error?.message ?? `${result.status} ${JSON.stringify(result.body)}`}`);
    return { kind, calls: some.length, ...latencies(some.map(({ ms }) => ms)), max_ms: rounded(Math.max(...some.map(({ ms }) => ms))), errors: wrong.length };
  };
  const kinds = [...new Set(answers.map(({ item }) => item.kind))];
  return [{ ...row("all", answers), cpu_ms: rounded(cpu) }, ...kinds.map((kind) => row(kind, answers.filter(({ item }) => item.kind === kind)))];
}

/** Fast answers are worth nothing when the books are wrong: every payment said 00 to is a paid intent, told to the house. */
async function checkBooks(fair, answers) {
  const client = await connect(fair.databaseUrl);
  const refs = answers.filter(({ item, result }) => item.kind === "paid" && result?.body.RspCode === "00").map(({ item }) => new URLSearchParams(item.query).get("vnp_TxnRef"));
  const deadline = Date.now() + 60_000;
  try {
    for (;;) {
      const { rows: [books] } = await client.query(`
        select (select count(*)::int from payment_attempt a join payment_intent i on i.id = a.intent_id where a.txn_ref = any($1) and i.status = 'succeeded' and i.amount_received_vnd = i.amount_vnd) as paid,
          (select count(*)::int from payment_outbox_event where acknowledged_at is null) as untold,
          (select count(*)::int from seller_payment p join payment_intent i on i.id = p.intent_id where i.status = 'succeeded' and p.state not in ('paid', 'refunded')) as unpaid_orders`, [refs]);
      if (books.paid === refs.length && books.untold === 0 && books.unpaid_orders === 0) {
        say(`Books: ${refs.length} payments, every intent paid, every order behind them paid, outbox empty.`);
        return await sayWhenOrdersWerePaid(client, refs);
      }
      if (Date.now() > deadline) throw new Problem(`After a minute the books are wrong: ${JSON.stringify({ ...books, wanted: refs.length })}`);
      await sleep(500);
    }
  } finally {
    await client.end();
  }
}

/** What the buyer waits for is not the answer to the gateway but the order that is paid behind it. */
async function sayWhenOrdersWerePaid(client, refs) {
  const { rows } = await client.query(`
    select extract(epoch from p.paid_at - i.succeeded_at) * 1000 as ms from payment_attempt a
    join payment_intent i on i.id = a.intent_id join seller_payment p on p.intent_id = i.id where a.txn_ref = any($1)`, [refs]);
  const { p50_ms, p95_ms } = latencies(rows.map(({ ms }) => Number(ms)));
  say(`Orders of sellers behind them: ${rows.length}, paid after p50 ${p50_ms} ms, p95 ${p95_ms} ms.`);
}
