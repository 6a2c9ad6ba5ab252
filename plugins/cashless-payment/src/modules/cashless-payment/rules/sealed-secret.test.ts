import fc from "fast-check"
import { expect, test } from "vitest"
import { openSecret, sealSecret } from "./sealed-secret"

test("what is sealed opens under the same key for the same row, and nowhere else", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), fc.string(), fc.string(), (secret, key, row) => {
      const sealed = sealSecret(secret, [key], row)
      expect(openSecret(sealed, [key], row)).toBe(secret)
      expect(openSecret(sealed, [`${key}x`], row)).toBeNull()
      expect(openSecret(sealed, [key], `${row}x`)).toBeNull()
      expect(openSecret(sealed, [`${key}x`, key], row)).toBe(secret)
      expect(openSecret(sealSecret(secret, [`${key}x`, key], row), [key], row)).toBeNull()
    }),
  )
})

test("it neither shows the secret nor whether two are the same", () => {
  const sealed = sealSecret("whsec_visible", ["key"], "row")
  expect(Buffer.from(sealed.slice(3), "base64url").toString("latin1")).not.toContain("visible")
  expect(sealSecret("whsec_visible", ["key"], "row")).not.toBe(sealed)
})

test.each(["", "v1.", "v2.AAAA", "nonsense"])("what is no sealed secret opens to nothing: %s", (sealed) => {
  expect(openSecret(sealed, ["key"], "row")).toBeNull()
})

test("one flipped bit anywhere is noticed", () => {
  const sealed = Buffer.from(sealSecret("secret!!", ["key"], "row").slice(3), "base64url")
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed)
    changed[index]! ^= 1
    expect(openSecret(`v1.${changed.toString("base64url")}`, ["key"], "row")).toBeNull()
  }
})
