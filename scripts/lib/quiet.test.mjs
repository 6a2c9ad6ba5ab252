import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "./paths.mjs";
import { quietEnvironment } from "./quiet.mjs";

test("Medusa's telemetry sends nothing at exit under the environment of the house", () => {
  const script = 'const { flush } = require("@medusajs/telemetry"); process.stdout.write(String(flush))';
  const load = (env) => spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8", env: { PATH: process.env.PATH, ...env } }).stdout;
  expect(load(quietEnvironment)).toBe("undefined");
});
