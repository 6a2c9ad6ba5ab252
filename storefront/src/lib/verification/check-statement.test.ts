import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStatement, type PublishedKey, type StatementCheck } from "./check-statement";
import { readStatement } from "./statement";
import { loadVerifier } from "./verify-ed25519";

type Case = { of: string; text: string } & Pick<StatementCheck, "state" | "statement">;
const { keys, cases } = JSON.parse(readFileSync(new URL("../../../../docs/ocop-statement-vectors.json", import.meta.url), "utf8")) as { keys: PublishedKey[]; cases: Case[] };
const genuine = cases.filter(({ state }) => state === "genuine").map(({ text }) => text);
const usual = genuine[0] ?? "";

const native = await loadVerifier();
const library = await loadVerifier({ importKey: () => Promise.reject(new DOMException("no Ed25519", "NotSupportedError")) } as unknown as SubtleCrypto);
const lying = await loadVerifier({ importKey: async () => ({}), verify: async () => true } as unknown as SubtleCrypto);

test("the browser's own Ed25519 is taken where it works, the library where it is missing or says yes to everything", () => {
  expect([native.by, library.by, lying.by]).toEqual(["browser", "library", "library"]);
});

describe.each([{ by: "the browser", verify: native.verify }, { by: "the library", verify: library.verify }])("by $by", ({ verify }) => {
  test.each(cases)("$of", async ({ text, state, statement }) => {
    expect(await checkStatement(text, keys, verify)).toMatchObject({ state, statement });
  });

  test("no flipped bit passes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...genuine), fc.nat(), fc.nat(6), async (text, position, bit) => {
        const at = position % text.length;
        const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
        expect((await checkStatement(flipped, keys, verify)).state).not.toBe("genuine");
      }),
      { numRuns: 150 },
    );
  });

  test("a published key that is none refuses, and breaks nothing", async () => {
    for (const x of ["", "AAAA", "!".repeat(43), "_".repeat(43)]) {
      const broken = keys.map((key) => ({ ...key, x }));
      expect((await checkStatement(usual, broken, (...given) => verify(...given).catch(() => false))).state).toBe("tampered");
    }
  });
});

test("anything people paste is answered, never thrown", () => {
  fc.assert(fc.property(fc.string(), (noise) => readStatement(noise) === null));
  fc.assert(fc.property(fc.base64String(), fc.string({ unit: fc.constantFrom(..."AQgw-_9z"), minLength: 86, maxLength: 86 }), (a, b) => void readStatement(`CP1.${a.replaceAll("=", "")}.${b}`)));
  expect(readStatement("x".repeat(100_000))).toBeNull();
});
