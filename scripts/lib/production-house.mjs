import { Balancer } from "./balancer.mjs";
import { House } from "./house.mjs";
import { freePort } from "./ports.mjs";
import { step } from "./progress.mjs";
import { openRedis } from "./redis.mjs";

/** The environment of one backend of several (docker-compose.yml): a "server" that only answers, a "worker" that does the rest. */
export const inRole = (env, mode) => ({ ...env, WORKER_MODE: mode });

/**
 * A house of the shape that production has (docker-compose.yml): two servers that take turns at BACKEND_PORT, a worker, and
 * Redis between them. REDIS_URL given: an empty database of that Redis. What compose has besides and this has not is
 * Meilisearch, the proxy's certificates and the switched-off sandbox.
 */
export class ProductionHouse extends House {
  #redis;
  #balancer;

  async openDatabase() {
    const { settings, dataDir, register, onGiveUp } = this;
    this.#redis = await step("Redis", () => openRedis({ url: settings.REDIS_URL, dataDir, register, onGiveUp }));
    this.settings = { ...settings, REDIS_URL: this.#redis.url };
    await super.openDatabase();
  }

  async openBackends() {
    const { BACKEND_PORT: port, LISTEN_HOST: host } = this.settings;
    const servers = [await freePort(), await freePort()];
    const worker = await freePort();
    this.servers = servers.map((own) => `http://localhost:${own}`);
    this.#balancer = new Balancer(servers);
    await this.#balancer.listen(port, host);
    const services = [
      ...servers.map((own, index) => this.backend({ name: index === 0 ? "backend" : `backend-${index + 1}`, port: own, env: inRole(this.backendEnv, "server") })),
      // Only whether it lives: what is ready or not is asked of servers.
      this.backend({ name: "worker", port: worker, env: inRole(this.backendEnv, "worker"), health: "/health" }),
    ];
    await this.keep(services);
  }

  async close(options) {
    await super.close(options);
    await this.#balancer?.close();
    await this.#redis?.close(options?.now ? "SIGKILL" : "SIGTERM");
  }
}
