// One line per long step, with the time it took. On a terminal the line of the running steps is
// redrawn each second; elsewhere (CI, a log file) a line is written every ten seconds.
const running = new Map();
const isTerminal = Boolean(process.stdout.isTTY);
let timer;

export function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

function clearLine() {
  if (isTerminal) process.stdout.write("\r\x1b[2K");
}

function redraw() {
  if (running.size === 0) return;
  const parts = [...running].map(([label, startedAt]) => `${label} ${Math.round((Date.now() - startedAt) / 1000)} s`);
  if (isTerminal) process.stdout.write(`\r\x1b[2K… ${parts.join(" · ").slice(0, (process.stdout.columns ?? 80) - 3)}`);
}

function startTimer() {
  if (timer) return;
  timer = setInterval(() => {
    if (isTerminal) redraw();
    else process.stdout.write(`… ${[...running].map(([label, at]) => `${label} (${Math.round((Date.now() - at) / 1000)} s)`).join(" · ")}\n`);
  }, isTerminal ? 1000 : 10_000);
  timer.unref();
}

export function say(line) {
  clearLine();
  process.stdout.write(`${line}\n`);
  if (isTerminal) redraw();
}

/** Runs `work` under a label; the label is printed with the elapsed time when it ends. */
export async function step(label, work) {
  const startedAt = Date.now();
  running.set(label, startedAt);
  startTimer();
  redraw();
  try {
    const result = await work();
    running.delete(label);
    say(`✓ ${label} ${seconds(startedAt)}`);
    return result;
  } catch (error) {
    running.delete(label);
    say(`✗ ${label} ${seconds(startedAt)}`);
    throw error;
  } finally {
    if (running.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}
