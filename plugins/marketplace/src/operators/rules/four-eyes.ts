const HOUR_MS = 3_600_000

/** When an account that was opened then begins to count as one of two persons. */
export function countsFrom(openedAt: Date, hours: number): Date {
  return new Date(openedAt.getTime() + hours * HOUR_MS)
}

/**
 * How long an operator's account must be there before its word counts beside another's: long enough for the others to have
 * read that it was opened, because whoever may invite could invite themselves. FOUR_EYES_ACCOUNT_AGE_HOURS, 72 unless given;
 * in the sandbox 0, so that a whole round of payouts can be seen at once.
 */
export function fourEyesHours(env: NodeJS.ProcessEnv = process.env): number {
  const given = env.FOUR_EYES_ACCOUNT_AGE_HOURS
  return given && /^\d{1,6}$/.test(given) ? Number(given) : env.SANDBOX === "true" ? 0 : 72
}
