import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./paths.mjs";
import { readSettings, schema } from "./settings.mjs";

describe("settings", () => {
  test("without any, the house is embedded and its sandbox is on", () => {
    expect(readSettings({})).toMatchObject({ BACKEND_PORT: 9000, STOREFRONT_PORT: 8000, DATA_DIR: join(root, ".data"), SANDBOX: true, BACKEND_URL: "http://localhost:9000" });
  });

  test("with DATABASE_URL the sandbox is off unless it is asked for", () => {
    const DATABASE_URL = "postgres://shop@db/shop";
    expect(readSettings({ DATABASE_URL }).SANDBOX).toBe(false);
    expect(readSettings({ DATABASE_URL, SANDBOX: "true" }).SANDBOX).toBe(true);
  });

  test.each(["VNPAY_PAY_URL", "VNPAY_API_URL", "MESSAGE_WEBHOOK_URL"])("the sandbox is refused beside a %s outside of this machine", (name) => {
    const webhook = { MESSAGE_WEBHOOK_SECRET: "a-secret-of-eight" };
    const given = (url) => ({ [name]: url, ...(name === "MESSAGE_WEBHOOK_URL" ? webhook : {}) });
    expect(() => readSettings(given("https://gateway.example/pay"))).toThrow(name);
    expect(() => readSettings(given("https://127.0.0.1.gateway.example/pay"))).toThrow(name);
    expect(() => readSettings(given("http://localhost:9000/pay"))).not.toThrow();
    expect(() => readSettings({ ...given("https://gateway.example/pay"), SANDBOX: "false", VNPAY_TMN_CODE: "T", VNPAY_HASH_SECRET: "12345678", VNPAY_PAY_URL: "https://gateway.example/pay", VNPAY_API_URL: "https://gateway.example/api" })).not.toThrow();
  });

  test.each(Object.entries(schema).filter(([, { kind }]) => ["port", "url", "flag", "choice", "seconds", "secret", "seed", "terminals"].includes(kind)).map(([name]) => name))("a malformed %s is named in one sentence", (name) => {
    const attempt = () => readSettings({ [name]: "?!" });
    expect(attempt).toThrow(name);
    expect(attempt).toThrow(/^[^\n]+\.$/);
  });

  test("former terminals of VNPay are as they were written, and of a bad one the number is told, not the secret", () => {
    const written = "OLD00001:secret-of-one, OLD00002:secret-of-two:earlier-of-two";
    expect(readSettings({ VNPAY_FORMER_TERMINALS: written }).VNPAY_FORMER_TERMINALS).toBe(written);
    const attempt = () => readSettings({ VNPAY_FORMER_TERMINALS: "OLD00001:secret-of-one,OLD00002 secret-of-two" });
    expect(attempt).toThrow(/VNPAY_FORMER_TERMINALS.*number 2\.$/);
    expect(attempt).not.toThrow(/secret-of-/);
  });

  test("an empty setting counts as unset", () => {
    expect(readSettings({ DATABASE_URL: "", BACKEND_PORT: " " })).toMatchObject({ DATABASE_URL: undefined, BACKEND_PORT: 9000 });
  });

  test(".env.example names every setting, and no other", () => {
    const named = readFileSync(join(root, ".env.example"), "utf8").split("\n").flatMap((line) => line.match(/^#?\s?([A-Z0-9_]+)=/)?.[1] ?? []);
    expect(named).toEqual(Object.keys(schema));
  });
});
