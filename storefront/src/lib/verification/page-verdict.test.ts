import { expect, test } from "vitest";
import type { Certificate, StatementVerdict } from "@/lib/types";
import { differencesOf, headlineOf } from "./page-verdict";

const certificate: Certificate = {
  code: "CP-7Q4K-9M2T", status: "valid", stars: 5, stars_given: 5, product_name: "Chè Đinh Tân Cương", producer_name: "HTX chè Hảo Đạt", commune: null, province: null,
  decision_no: "1/QĐ", issued_by: "UBND tỉnh", issued_on: "2026-06-01", expires_on: "2029-06-01", prolonged_until: null, revoked_on: null, illustrative: false, listings: [], external_listings: [], history: [], replaced_by: null,
};
const statement = { code: "CP-7Q4K-9M2T", product: "Chè Đinh Tân Cương", producer: "HTX chè Hảo Đạt", star: 5 as const, decision: "1/QĐ", issued: "2026-06-01", expires: "2029-06-01", issuer: "UBND tỉnh", illustrative: false };
const label = (state: StatementVerdict["state"]): StatementVerdict => ({ state, key_id: null, statement: null, register_status: "valid" });

test("without a label the register speaks", () => {
  for (const status of ["valid", "expiring", "prolonged"] as const) {
    expect(headlineOf({ ...certificate, status }, null)).toBe(status);
    expect(headlineOf({ ...certificate, status, stars: null, replaced_by: "CP-0000-0001" }, null)).toBe("replaced");
  }
  for (const status of ["expired", "revoked"] as const) expect(headlineOf({ ...certificate, status, stars: null }, null)).toBe(status);
  expect(headlineOf(null, null)).toBe("unknown");
});

test("a false label outweighs a true code", () => {
  for (const state of ["tampered", "unknown_key", "other_certificate"] as const) {
    expect(headlineOf(certificate, label(state))).toBe(state);
    expect(headlineOf(null, label(state))).toBe(state);
  }
});

test("of an outdated label the register has the last word", () => {
  expect(headlineOf({ ...certificate, status: "revoked", stars: null }, label("outdated"))).toBe("revoked");
  expect(headlineOf(certificate, label("outdated"))).toBe("valid");
  expect(headlineOf(null, label("outdated"))).toBe("unknown");
});

test("what label and register tell differently is named, and only that", () => {
  expect(differencesOf(certificate, statement)).toEqual([]);
  expect(differencesOf({ ...certificate, product_name: "Chè  Đinh Tân Cương " }, statement)).toEqual([]);
  expect(differencesOf({ ...certificate, product_name: "Chè Đinh Tân Cương thượng hạng" }, { ...statement, product: "Chè Đinh Tân…" })).toEqual([]);
  expect(differencesOf({ ...certificate, prolonged_until: "2029-11-01" }, statement)).toEqual(["expires"]);
  expect(differencesOf({ ...certificate, stars_given: 4, issued_by: null }, statement)).toEqual(["star", "issuer"]);
  expect(differencesOf({ ...certificate, product_name: "Trà khác" }, { ...statement, product: "Chè Đinh…" })).toEqual(["product"]);
});
