import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { order as words } from "../../../messages/vi/shop.json";
import { bankAppLinks } from "@/lib/shop/bank-app-link";

vi.mock("next-intl", () => ({ useTranslations: () => (key: "openBank" | "openBankText" | "sandboxBank") => words[key] }));
vi.mock("@medusajs/js-sdk", () => ({ default: class {} }));

import { BankApps } from "./bank-apps";

const qr = { payload: "00020101021238", bin: "970422", bank_name: "MB", account_number: "0123456789", account_name: "HTX CHE & MAT ONG", amount_vnd: 150_000, memo: "CPABCDEFGH2" };

/** What stands in the page, without a browser: the links need no script. */
function drawn(of = qr) {
  const html = renderToStaticMarkup(<BankApps qr={of} />);
  const links = [...html.matchAll(/<a ([^>]*)>([^<]*)<\/a>/g)].map(([, attributes, name]) => ({ name, attributes: attributes!, href: /href="([^"]*)"/.exec(attributes!)![1]!.replaceAll("&amp;", "&") }));
  return { html, links };
}

afterEach(() => vi.unstubAllEnvs());

test("outside the sandbox every bank that can be opened is offered by name, with its own filled-in address", () => {
  vi.stubEnv("SANDBOX", "false");
  const { html, links } = drawn();
  expect(links.map(({ name, href }) => ({ name, href }))).toEqual(bankAppLinks(qr));
  expect(links.length).toBeGreaterThanOrEqual(10);
  // The order's own address has its key in it and is nobody's business behind the link.
  for (const { attributes } of links) expect(attributes).toContain('rel="noreferrer"');
  expect(html).toContain("Mở ứng dụng ngân hàng");
  expect(html).toContain("vietqr.io");
  expect(html).not.toContain("sandbox");
});

test("a payee at a bank the hand-over page does not know: nothing is offered, not an empty list", () => {
  vi.stubEnv("SANDBOX", "false");
  expect(drawn({ ...qr, bin: "999999" }).html).toBe("");
});

test("in the sandbox the one bank is ours, and is told the whole code", () => {
  vi.stubEnv("SANDBOX", "true");
  vi.stubEnv("BACKEND_URL", "http://localhost:9000");
  const { links } = drawn({ ...qr, payload: "00+02&01" });
  expect(links.map(({ href }) => href)).toEqual(["http://localhost:9000/sandbox/bank?payload=00%2B02%2601"]);
});
