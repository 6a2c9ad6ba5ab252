import { readFileSync } from "node:fs";

/** Ticks per second in /proc: USER_HZ, 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10;

/** Processor time a process has used so far, in milliseconds; NaN where there is no /proc. */
export function cpuMilliseconds(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before it may hold anything, also brackets and spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    return NaN;
  }
}
