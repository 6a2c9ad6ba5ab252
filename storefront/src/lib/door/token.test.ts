import { expect, test } from "vitest";
import { tokenLifetimeSeconds } from "./token";

const jwt = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;

test("the cookie lives as long as the token", () => {
  expect(tokenLifetimeSeconds(jwt({ exp: 1_000 }), 400_000)).toBe(600);
});

test("an expired token gives zero, never a negative age", () => {
  expect(tokenLifetimeSeconds(jwt({ exp: 1_000 }), 5_000_000)).toBe(0);
});

test.each(["", "abc", "a.b.c", jwt({}), jwt(null), jwt({ exp: "soon" })])("%s has no known life", (token) => {
  expect(tokenLifetimeSeconds(token, 0)).toBeNull();
});
