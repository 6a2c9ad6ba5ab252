import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { freePort } from "./ports.mjs";
import { Problem } from "./problem.mjs";
import { say } from "./progress.mjs";
import { Service } from "./service.mjs";

/** Beside what a run writes itself: says whose the database is, and that it is taken. */
const mark = "cho-phien:taken";
/** Redis has as many unless it is told otherwise. */
const databases = 16;

/** Where the shell would find a program; undefined when it would not. */
export function onPath(program, path = process.env.PATH ?? "") {
  return path.split(delimiter).filter(Boolean).map((directory) => join(directory, program)).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  });
}

/** Asked before anything is built: what was asked for and can't be had is no success. */
export function requireSomeRedis(what, { REDIS_URL: url, PATH: path } = process.env) {
  if (url || onPath("redis-server", path)) return;
  throw new Problem(`${what} needs Redis: install redis-server, or set REDIS_URL / cần Redis: hãy cài redis-server hoặc đặt REDIS_URL.`);
}

async function connectRedis(url) {
  const { default: Redis } = await import("ioredis");
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: null, connectTimeout: 10_000 });
  redis.on("error", () => {});
  await redis.connect();
  return redis;
}

/** Asks a Redis something; when it can't be asked, a sentence names it without its password. */
async function ask(url, question) {
  let redis;
  try {
    redis = await connectRedis(url);
    return await question(redis);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`Redis at REDIS_URL (${new URL(url).host}) can't be used: ${String(error.message).split("\n")[0].replace(/\.$/, "")}.`);
  } finally {
    redis?.disconnect();
  }
}

export const requireRedis = (url) => ask(url, (redis) => redis.ping());

/** The last database that is empty and that no other run took in the same moment; undefined when there is none. */
export async function emptyDatabase(redis) {
  for (let number = databases - 1; number >= 0; number -= 1) {
    // A server may have fewer, and an account may be let into some only.
    const chosen = await redis.select(number).catch(() => undefined);
    if (chosen === "OK" && (await redis.dbsize()) === 0 && (await redis.set(mark, String(process.pid), "NX")) === "OK") return number;
  }
  return undefined;
}

/** An empty database of somebody's Redis, which is left as empty. */
async function borrow(url) {
  const number = await ask(url, emptyDatabase);
  const { host } = new URL(url);
  if (number === undefined) throw new Problem(`Redis at REDIS_URL (${host}) has no empty database: empty one of its ${databases}, or unset REDIS_URL.`);
  const own = Object.assign(new URL(url), { pathname: `/${number}` }).href;
  say(`Redis at ${host}, database ${number}, which was empty and will be / cơ sở dữ liệu Redis số ${number}, dùng xong sẽ xoá trống`);
  return { url: own, close: () => ask(own, (redis) => redis.flushdb()) };
}

/** A `redis-server` of our own that writes nothing down. */
async function start({ dataDir, register, onGiveUp }) {
  requireSomeRedis("This house", { PATH: process.env.PATH });
  const directory = join(dataDir, "redis");
  mkdirSync(directory, { recursive: true });
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  const service = new Service({
    name: "redis", title: "Redis", command: "redis-server", cwd: directory, env: {},
    args: ["--port", String(port), "--bind", "127.0.0.1", "--dir", directory, "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction"],
    logFile: join(dataDir, "logs", "redis.log"),
    isReady: () => requireRedis(url).then(() => true, () => false),
    onStart: (name, identity) => register.add(name, identity), onRestart: say, onGiveUp,
  });
  try {
    await service.start();
  } catch (error) {
    await service.stop("SIGKILL");
    throw error;
  }
  return { url, close: (signal) => service.stop(signal) };
}

/**
 * A Redis for one house: an empty database of the one at `url`, or without that a server of its own from the PATH, with its
 * directory in DATA_DIR. Resolves to { url, close }; after `close` nothing is left of it.
 */
export const openRedis = ({ url, ...options }) => (url ? borrow(url) : start(options));
