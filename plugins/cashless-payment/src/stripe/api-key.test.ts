import { expect, test } from "vitest"
import { isSecretKey, keyOf } from "./api-key"

test("a key comes as Bearer, or as the user of Basic", () => {
  expect(keyOf("Bearer sk_test_1")).toBe("sk_test_1")
  expect(keyOf(`Basic ${Buffer.from("sk_test_1:").toString("base64")}`)).toBe("sk_test_1")
  for (const given of [undefined, "", "Bearer", "sk_test_1", "Basic !!!", "Digest a", `Basic ${Buffer.from(":password").toString("base64")}`]) expect(keyOf(given)).toBeNull()
})

test("while keys are changed both open; an unset one opens nothing", () => {
  const keys = { apiKey: "sk_new", previousApiKey: "sk_old" }
  expect(["sk_new", "sk_old", "sk_other", "sk_ne", ""].map((key) => isSecretKey(key, keys))).toEqual([true, true, false, false, false])
  expect(isSecretKey("sk_old", { ...keys, previousApiKey: null })).toBe(false)
  expect(isSecretKey("null", { apiKey: null, previousApiKey: null })).toBe(false)
})
