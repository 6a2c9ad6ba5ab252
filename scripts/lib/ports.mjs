import { randomInt } from "node:crypto";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./problem.mjs";

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
}

function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (answer) => { socket.destroy(); resolve(answer); };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.setTimeout(500, () => end(false));
  });
}

/** A server on one address does not stop another from taking "all addresses", so both are asked. */
export async function isFree(port, host) {
  const outcome = await tryListen(port, host);
  if (typeof outcome !== "number") return outcome;
  if (await answers(port, "127.0.0.1") || await answers(port, "::1")) return "EADDRINUSE";
  return true;
}

export async function requireFree(port, setting, purpose, { host, patienceMs = 0 } = {}) {
  const deadline = Date.now() + patienceMs;
  let outcome = await isFree(port, host);
  while (outcome === "EADDRINUSE" && Date.now() < deadline) {
    await sleep(200);
    outcome = await isFree(port, host);
  }
  if (outcome === true) return;
  if (outcome === "EACCES") throw new Problem(`Port ${port} for ${purpose} may not be used by this user: set ${setting} to a port of 1024 or more.`);
  if (outcome === "EADDRNOTAVAIL") throw new Problem(`LISTEN_HOST (${host}) is not an address of this machine.`);
  throw new Problem(`Port ${port} for ${purpose} is taken by another program: stop it, or set ${setting} to a free port.`);
}

/**
 * A port to listen on some time from now. Of those the system gives to nobody by itself (Linux begins at 32768): one that
 * it named would be free now, and a moment later perhaps the near end of somebody's connection.
 */
export async function freePort() {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port) === true) return port;
  }
  return tryListen(0, "127.0.0.1");
}
