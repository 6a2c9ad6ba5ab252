import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PublishedKey } from "./check-statement";
import { judgeOffline, todayInVietnam } from "./offline-verdict";
import { loadVerifier } from "./verify-ed25519";

const { keys, cases } = JSON.parse(readFileSync(new URL("../../../../docs/ocop-statement-vectors.json", import.meta.url), "utf8")) as { keys: PublishedKey[]; cases: { of: string; text: string }[] };
const usual = cases.find(({ of }) => of === "a usual label")?.text ?? "";
const { verify } = await loadVerifier();
const judged = async (text: string, today = "2027-01-01") => (await judgeOffline(text, keys, today, verify)).state;

test("a label holds up to and including its last day", async () => {
  expect(await judged(usual, "2029-06-01")).toBe("in_term");
  expect(await judged(usual, "2029-06-02")).toBe("ended");
});

test("the address around the statement must name the same certificate", async () => {
  expect(await judged(`https://cho.example/xac-thuc/cp7q4k9m2t?s=${usual}`)).toBe("in_term");
  expect(await judged(`https://cho.example/xac-thuc/CP-7Q4K-9M2V?s=${usual}`)).toBe("other_certificate");
});

test("what can't be checked is not called false, and what is false is not called unknown", async () => {
  expect(await judged("CP-7Q4K-9M2T")).toBe("no_statement");
  expect(await judged("")).toBe("no_statement");
  expect(await judged(`${usual.slice(0, -1)}A`)).toBe("tampered");
  expect((await judgeOffline(usual, [], "2027-01-01", verify)).state).toBe("unknown_key");
});

test("the day is the one in Viet Nam", () => {
  expect(todayInVietnam(new Date("2026-11-22T16:59:59Z"))).toBe("2026-11-22");
  expect(todayInVietnam(new Date("2026-11-22T17:00:00Z"))).toBe("2026-11-23");
});
