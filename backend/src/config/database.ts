type Environment = Record<string, string | undefined>

/**
 * Connections per process at most. knex's own ten were all in use every fourth time that a payment notice wanted one
 * beside the orders being paid behind the answers (docs/benchmarks.md, `ipn`).
 */
const CONNECTIONS = 20
/** Workflows hold one while their steps ask for another. */
const FEWEST_CONNECTIONS = 5

/** How the database is spoken to. The embedded one, over its socket where it has one, and one inside the same compose network speak without TLS. */
export function databaseDriverOptions(env: Environment) {
  const pool = { min: 2, max: Math.max(FEWEST_CONNECTIONS, Number(env.DATABASE_CONNECTIONS) || CONNECTIONS) }
  return env.DATABASE_SSL === "true" ? { pool } : { ssl: false, sslmode: "disable", pool }
}
