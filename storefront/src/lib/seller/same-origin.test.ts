import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

test.each([
  [{ origin: "http://localhost:8000", host: "localhost:8000" }, true],
  [{ origin: "https://cho.example", host: "storefront:8000", "x-forwarded-host": "cho.example" }, true],
  [{ origin: "https://thief.example", host: "localhost:8000" }, false],
  [{ origin: "null", host: "localhost:8000" }, false],
  [{ host: "localhost:8000" }, false],
])("%o is our own page: %s", (headers, own) => {
  expect(isSameOrigin(new Headers(headers as Record<string, string>))).toBe(own);
});
