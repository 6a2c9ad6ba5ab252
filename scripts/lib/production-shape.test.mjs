import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./paths.mjs";
import { schema } from "./settings.mjs";

// docker-compose.yml is checked as text: what it promises must be in it.
const read = (file) => readFileSync(join(root, file), "utf8");
const compose = parse(read("docker-compose.yml"), { merge: true });
const services = Object.entries(compose.services);
const own = /^cho-phien-/;

describe("the production shape", () => {
  test("has every part", () => {
    expect(Object.keys(compose.services).sort()).toEqual(["backend", "meilisearch", "migrate", "postgres", "proxy", "redis", "storefront", "worker"]);
  });

  test.each(services.filter(([, { image }]) => !own.test(image)))("%s is pinned to one release", (_name, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+(?:\.\d+)?(?:-[a-z]+)?$/);
  });

  test("Meilisearch is 1.53.2 or later", () => {
    const [, minor, patch] = compose.services.meilisearch.image.match(/v1\.(\d+)\.(\d+)$/).map(Number);
    expect(minor > 53 || (minor === 53 && patch >= 2)).toBe(true);
  });

  test.each(services.filter(([name]) => name !== "migrate"))("%s has a health check and comes back after a crash", (_name, service) => {
    expect(service.healthcheck.test[0]).toBe("CMD");
    expect(service.restart).toBe("unless-stopped");
  });

  test("migrations run once, before any server", () => {
    expect(compose.services.migrate.restart).toBe("no");
    for (const name of ["backend", "worker"]) expect(compose.services[name].depends_on.migrate.condition).toBe("service_completed_successfully");
    expect(compose.services.storefront.depends_on.backend.condition).toBe("service_healthy");
  });

  test("servers and worker share their work, and several servers are the default", () => {
    expect(compose.services.backend.environment.WORKER_MODE).toBe("server");
    expect(compose.services.worker.environment.WORKER_MODE).toBe("worker");
    expect(compose.services.backend.deploy.replicas).toBe("${BACKEND_REPLICAS:-2}");
  });

  test("the sandbox is off wherever it could be on", () => {
    for (const name of ["migrate", "backend", "worker", "storefront"]) expect(compose.services[name].environment.SANDBOX, name).toBe("false");
    expect(read("docker-compose.yml")).not.toMatch(/SANDBOX:\s*["']?(?:true|\$)/);
    expect(read("Caddyfile")).toContain("respond /sandbox* 404");
  });

  test("no secret is written down: each comes from .env, and the indispensable ones are demanded", () => {
    const secrets = Object.entries(schema).filter(([, { kind }]) => ["secret", "terminals"].includes(kind)).map(([name]) => name);
    for (const [service, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (secrets.includes(name) || /PASSWORD|SECRET|KEY$/.test(name)) expect(value, `${service} ${name}`).toMatch(/^\$\{[A-Z0-9_]+:[?-][^}]*\}$/);
      }
    }
    for (const name of ["JWT_SECRET", "COOKIE_SECRET"]) expect(compose.services.backend.environment[name]).toContain(":?");
    expect(compose.services.backend.environment.DATABASE_URL).toContain("${POSTGRES_PASSWORD:?");
  });

  test("every setting of the backend is one of the house", () => {
    const known = new Set([...Object.keys(schema), "NODE_ENV", "MEDUSA_DISABLE_TELEMETRY"]);
    expect(Object.keys(compose.services.backend.environment).filter((name) => !known.has(name))).toEqual([]);
  });

  test("and every setting of the house reaches somebody, but for a database elsewhere and the address the image listens on", () => {
    const given = new Set(services.flatMap(([, { environment = {} }]) => Object.keys(environment)));
    expect(Object.keys(schema).filter((name) => !given.has(name)).sort()).toEqual(["DATABASE_SSL", "LISTEN_HOST"]);
  });

  test("only the proxy is reachable from outside", () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(["proxy"]);
  });

  test.each(["backend/Dockerfile", "storefront/Dockerfile"])("%s is pinned to the Node of .nvmrc and does not run as root", (file) => {
    const text = read(file);
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(bases.length).toBeGreaterThan(0);
    for (const image of bases) expect(image).toBe(`node:${read(".nvmrc").trim()}-bookworm-slim`);
    expect(text.lastIndexOf("\nUSER node")).toBeGreaterThan(text.lastIndexOf("\nFROM"));
    expect(text).toContain("npm ci");
  });

  test("what a build must not see is kept out of it", () => {
    for (const path of [".env", ".git", "**/node_modules", ".data"]) expect(read(".dockerignore").split("\n")).toContain(path);
  });
});
