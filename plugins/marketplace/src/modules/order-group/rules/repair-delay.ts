const FIRST_SECONDS = 55
const LONGEST_SECONDS = 15 * 60

/** How long until an unfinished row is tried again, by how often it was: just under a minute, two, four … fifteen. */
export function repairDelaySeconds(tries: number): number {
  return Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(tries - 1, 10))
}
