import { expect, test } from "vitest";
import { isSupported } from "./node-version.mjs";

test.each([["v20.19.0", true], ["v20.20.2", true], ["v22.12.0", true], ["v24.1.0", true], ["v20.18.3", false], ["v21.7.0", false], ["v22.11.0", false], ["v18.20.4", false], ["v12.0.0", false]])("Node %s: %s", (version, supported) => {
  expect(isSupported(version)).toBe(supported);
});
