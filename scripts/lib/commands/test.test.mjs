import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../paths.mjs";
import { specsOfOneProcess } from "../specs-of-one-process.mjs";
import { vitestArguments } from "../vitest-run.mjs";
import { chosen } from "./test.mjs";

describe("what npm test is asked for", () => {
  test("nothing: everything, and at the end it says what that leaves out", () => {
    const ran = [];
    const choice = chosen([]);
    choice.run({ run: () => ran.push("everything") });
    expect(ran).toEqual(["everything"]);
    expect(choice.afterwards.split("\n")).toHaveLength(1);
    expect(choice.afterwards).toContain("npm test -- redis");
  });

  test("redis: the production shape alone, all of its specs or those that are named", () => {
    const ran = [];
    const tests = { runInProductionShape: ({ files }) => ran.push(files) };
    for (const args of [["redis"], ["redis", "order-storm", "checkout"]]) {
      const { run, files } = chosen(args);
      run(tests, files);
    }
    expect(ran).toEqual([[], ["order-storm", "checkout"]]);
  });

  test("anything else is refused: what was asked for is not silently something else", () => {
    expect(() => chosen(["reddis"])).toThrow(/reddis.*npm test -- redis/);
  });
});

describe("which files vitest takes", () => {
  test("those that are named, of which there must be some, and none that is left out", () => {
    const named = vitestArguments("a.config.mjs", "report.json", { files: ["order-storm"], without: ["backend/x.http.spec.ts"] });
    expect(named).toContain("order-storm");
    expect(named[named.indexOf("--exclude") + 1]).toBe("backend/x.http.spec.ts");
    expect(named).not.toContain("--passWithNoTests");
    expect(vitestArguments("a.config.mjs", "report.json")).toContain("--passWithNoTests");
  });

  test("each spec that is left out is there, with a reason", () => {
    for (const [file, reason] of Object.entries(specsOfOneProcess)) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(reason.length, file).toBeGreaterThan(20);
    }
  });
});
