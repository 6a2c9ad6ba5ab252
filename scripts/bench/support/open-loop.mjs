import { setTimeout as sleep } from "node:timers/promises";

/**
 * Sends `items` at a fixed rate, whether answers come or not, and measures each from the moment it was due: a server
 * that stalls is charged for everybody who had to wait (no coordinated omission). Resolves to [{ item, ms, result | error }].
 */
export async function openLoop({ items, perSecond, send }) {
  const interval = 1000 / perSecond;
  const startedAt = performance.now();
  const answers = [];
  for (const [index, item] of items.entries()) {
    const due = startedAt + index * interval;
    const wait = due - performance.now();
    if (wait > 0.5) await sleep(wait);
    // A timer may fire a little early: nobody is credited with time that had not come.
    const from = Math.min(due, performance.now());
    const outcome = Promise.resolve(send(item)).then((result) => ({ result }), (error) => ({ error }));
    answers.push(outcome.then((one) => ({ item, ms: performance.now() - from, ...one })));
  }
  return Promise.all(answers);
}
