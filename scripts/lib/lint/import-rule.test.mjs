import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { importRuleCommands } from "./import-rule.mjs";

// Each check starts two linters.
vi.setConfig({ testTimeout: 120_000 });

// The rule is proven on a tiny house of the same shape: what is forbidden must be caught by name.
let house;
beforeEach(() => { house = mkdtempSync(join(tmpdir(), "import-rule-")); });
afterEach(() => rmSync(house, { recursive: true, force: true }));

function write(path, content) {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), content);
}

function check() {
  const runs = importRuleCommands(house).map(([command, args]) => spawnSync(command, args, { cwd: house, encoding: "utf8" }));
  return { passes: runs.every(({ status }) => status === 0), output: runs.map(({ stdout, stderr }) => stdout + stderr).join("") };
}

function installPlugin(name) {
  write(`node_modules/@cho-phien/${name}/package.json`, JSON.stringify({ name: `@cho-phien/${name}`, main: "./index.js" }));
  write(`node_modules/@cho-phien/${name}/index.js`, "module.exports = {}");
}

describe("the import rule of the house", () => {
  test("lets marketplace use ocop by its name", () => {
    installPlugin("ocop");
    write("plugins/marketplace/src/index.ts", 'import "@cho-phien/ocop";\n');
    expect(check()).toMatchObject({ passes: true });
  });

  const forbidden = [
    ["ocop importing marketplace", "ocop-imports-downwards", "plugins/ocop/src/index.ts", 'import "@cho-phien/marketplace";\n', "marketplace"],
    ["cashless-payment importing marketplace", "cashless-payment-imports-downwards", "plugins/cashless-payment/src/index.ts", 'import "@cho-phien/marketplace";\n', "marketplace"],
    ["even a type going upwards", "ocop-imports-downwards", "plugins/ocop/src/index.ts", 'import type { X } from "@cho-phien/marketplace";\nexport type Y = X;\n', "marketplace"],
    ["a plugin below that package.json does not name", "cashless-payment-declares-what-it-imports", "plugins/cashless-payment/src/index.ts", 'import "@cho-phien/administrative-units";\n', "administrative-units"],
    ["a path into another plugin", "marketplace-enters-others-by-their-name", "plugins/marketplace/src/index.ts", 'import "../../ocop/src/secret";\n'],
    ["the storefront importing a plugin", "storefront-speaks-http", "storefront/src/page.ts", 'import "@cho-phien/ocop";\n', "ocop"],
    ["a plugin importing the backend", "plugins-know-no-application", "plugins/media/src/index.ts", 'import "../../../backend/src/thing";\n'],
    ["a module importing another module", "modules-do-not-know-each-other", "plugins/marketplace/src/modules/seller/service.ts", 'import "../order-group/service";\n'],
    ["a rule reading files", "rules-are-pure", "plugins/ocop/src/modules/ocop/rules/stars.ts", 'import "node:fs";\n'],
  ];
  test.each(forbidden)("catches %s", (_what, rule, path, content, installed) => {
    if (installed) installPlugin(installed);
    write("plugins/ocop/src/secret.ts", "export const a = 1;\n");
    write("backend/src/thing.ts", "export const b = 1;\n");
    write("plugins/marketplace/src/modules/order-group/service.ts", "export const c = 1;\n");
    write(path, content);
    const { passes, output } = check();
    expect(output).toContain(rule);
    expect(passes).toBe(false);
  });
});
