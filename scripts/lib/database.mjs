import { Problem } from "./problem.mjs";

/** An address with its password left out, for sentences. */
export function withoutPassword(url) {
  const shown = new URL(url);
  shown.password = "";
  shown.search = "";
  return shown.href;
}

export async function connect(url, { ssl = false } = {}) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, ssl: ssl || undefined });
  client.on("error", () => {});
  await client.connect();
  return client;
}

const reasons = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host name can't be resolved",
  ETIMEDOUT: "it does not answer",
  "28P01": "the password is wrong",
  "28000": "the user may not log in",
  "3D000": "there is no such database",
};

/** Proves that the database answers; resolves to its version as a number (180004). */
export async function requireDatabase(url, options) {
  let client;
  try {
    client = await connect(url, options);
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    if (rows[0].version < 160000) throw new Problem(`DATABASE_URL (${withoutPassword(url)}) is PostgreSQL ${Math.floor(rows[0].version / 10000)} and 16 or later is needed.`);
    return rows[0].version;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const code = error.code ?? error.errors?.[0]?.code;
    throw new Problem(`The database at DATABASE_URL (${withoutPassword(url)}) can't be reached: ${reasons[code] ?? String(error.message).split("\n")[0]}.`);
  } finally {
    await client?.end().catch(() => {});
  }
}

export async function createDatabase(adminUrl, name) {
  const client = await connect(adminUrl);
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

export async function dropDatabase(adminUrl, name) {
  const client = await connect(adminUrl);
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}

/**
 * What the launcher did to a database is remembered in that very database, so that it stays true when
 * DATA_DIR or DATABASE_URL changes. While open it holds an advisory lock: two launchers on one
 * database migrate and seed one after the other.
 */
export async function openState(url, options) {
  const client = await connect(url, options);
  await client.query("select pg_advisory_lock(hashtext('cho-phien launcher'))");
  await client.query("create schema if not exists launcher");
  await client.query("create table if not exists launcher.state (key text primary key, value text not null, written_at timestamptz not null default now())");
  return {
    async get(key) {
      const { rows } = await client.query("select value from launcher.state where key = $1", [key]);
      return rows[0]?.value;
    },
    async set(key, value) {
      await client.query("insert into launcher.state (key, value) values ($1, $2) on conflict (key) do update set value = $2, written_at = now()", [key, value]);
    },
    /** The key of the shop's sales channel, as Medusa keeps it. */
    async publishableKey() {
      const { rows } = await client.query("select token from api_key where type = 'publishable' and revoked_at is null and deleted_at is null order by created_at limit 1");
      return rows[0]?.token;
    },
    async close() { await client.end(); },
  };
}
