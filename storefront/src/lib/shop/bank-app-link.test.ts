import { expect, test } from "vitest";
import { bankAppLinks } from "./bank-app-link";

const qr = { payload: "", bin: "970422", bank_name: "MB", account_number: "0123456789", account_name: "HTX CHE & MAT ONG", amount_vnd: 150_000, memo: "CPABCDEFGH2" };

test("each app is opened with the payee's account, the amount and the message", () => {
  const links = bankAppLinks(qr);
  expect(links.length).toBeGreaterThanOrEqual(10);
  const vietcombank = new URL(links.find((link) => link.name === "Vietcombank")!.href);
  expect(vietcombank.origin + vietcombank.pathname).toBe("https://dl.vietqr.io/pay");
  expect(Object.fromEntries(vietcombank.searchParams)).toEqual({ app: "vcb", ba: "0123456789@mb", am: "150000", tn: "CPABCDEFGH2", bn: "HTX CHE & MAT ONG" });
  expect(new Set(links.map((link) => link.href)).size).toBe(links.length);
});

test("a payee at a bank without a known code gets no links: nobody is sent to a form filled in wrong", () => {
  expect(bankAppLinks({ ...qr, bin: "999999" })).toEqual([]);
  expect(bankAppLinks({ ...qr, bin: "constructor" })).toEqual([]);
});
