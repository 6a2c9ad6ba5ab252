import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ProductionHouse } from "./production-house.mjs";

const open = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one();
});

/** The house with servers in place of Medusa's that say their own name. */
class HouseOfStubs extends ProductionHouse {
  async keep(services) {
    this.services = services;
    for (const { name, args } of services) {
      const server = createServer((_req, res) => res.end(name));
      await new Promise((resolve) => { server.listen(Number(args[args.indexOf("-p") + 1]), "127.0.0.1", resolve); });
      open.push(() => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }));
    }
  }
}

async function openStubs() {
  const port = await freePort();
  const house = new HouseOfStubs({ settings: { BACKEND_PORT: port, LISTEN_HOST: "127.0.0.1" }, dataDir: "/nowhere" });
  house.backendEnv = { PORT: String(port), REDIS_URL: "redis://127.0.0.1:1/0" };
  await house.openBackends();
  open.push(() => house.close());
  return { house, port };
}

test("has the processes that docker-compose.yml has, in the same roles, all with the same address of Redis and of themselves", async () => {
  const { house, port } = await openStubs();
  const { services } = parse(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true });
  const replicas = Number(/:-(\d+)\}/.exec(services.backend.deploy.replicas)[1]);
  expect(house.services.filter(({ env }) => env.WORKER_MODE === services.backend.environment.WORKER_MODE)).toHaveLength(replicas);
  expect(house.services.filter(({ env }) => env.WORKER_MODE === services.worker.environment.WORKER_MODE)).toHaveLength(1);
  expect(house.services).toHaveLength(replicas + 1);
  // The worker asks the simulated bank, which only servers have.
  for (const { env } of house.services) expect(env).toMatchObject({ REDIS_URL: "redis://127.0.0.1:1/0", PORT: String(port) });
  for (const what of ["name", "logFile"]) expect(new Set(house.services.map((service) => service[what])).size, what).toBe(replicas + 1);
});

test("the servers take turns at BACKEND_PORT, the worker is never asked, and when it is closed nobody is there", async () => {
  const { house, port } = await openStubs();
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/`)).text();
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual(["backend", "backend-2", "backend", "backend-2"]);
  expect(await Promise.all(house.servers.map(async (server) => (await fetch(server)).text()))).toEqual(["backend", "backend-2"]);
  await house.close();
  open.pop();
  await expect(ask()).rejects.toThrow();
});
