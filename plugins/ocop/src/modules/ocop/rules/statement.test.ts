import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { keyId, readSigningKeys } from "./signing-keys"
import { checkStatement, LONGEST_STATEMENT, signStatement, statementOf, type Statement } from "./statement"

// RFC 8032 §7.1, test 1.
const SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
const PUBLIC = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
const keys = readSigningKeys(SEED)
const current = keys.current!
const FACTS: Statement = {
  code: "CP-7Q4K-9M2T",
  product: "Chè Đinh Tân Cương",
  producer: "HTX chè Hảo Đạt",
  star: 5,
  decision: "123/QĐ-BNNMT",
  issued: "2026-06-01",
  expires: "2029-06-01",
  issuer: "Bộ Nông nghiệp và Môi trường",
  illustrative: false,
}
const SIGNED = signStatement(FACTS, current)

const date = fc.date({ min: new Date("2019-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))
const text = fc.string({ unit: "grapheme", maxLength: 300 })
const facts = fc.record<Statement>({
  code: fc.constant("CP-7Q4K-9M2T"),
  product: text,
  producer: fc.option(text),
  star: fc.constantFrom(3, 4, 5),
  decision: fc.option(text),
  issued: date,
  expires: date,
  issuer: fc.option(text),
  illustrative: fc.boolean(),
})

test("the key of RFC 8032 has its public key and a name made of it", () => {
  expect(keys.published).toEqual([{ id: keyId(PUBLIC), x: PUBLIC, retired: false }])
})

test("a statement is what it has always been: labels outlive versions of this program", () => {
  expect(SIGNED).toMatchInlineSnapshot(`"CP1.WyIyMWZlMzFkZiIsIkNQLTdRNEstOU0yVCIsIkNow6ggxJBpbmggVMOibiBDxrDGoW5nIiwiSFRYIGNow6ggSOG6o28gxJDhuqF0Iiw1LCIxMjMvUcSQLUJOTk1UIiwiMjAyNi0wNi0wMSIsIjIwMjktMDYtMDEiLCJC4buZIE7DtG5nIG5naGnhu4dwIHbDoCBNw7RpIHRyxrDhu51uZyIsMF0.iBay3m4clywANTMEghD0-mDf3RJJ62xaq7QevXlWo4IvDPP20gcK__iM5azhgx6eX4I1T16Tq3F7kZ7rXS2BDQ"`)
})

test("what was signed is read back", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const statement = statementOf(given)
      const signed = signStatement(statement, current)
      expect(signed.length).toBeLessThanOrEqual(LONGEST_STATEMENT)
      expect(checkStatement(signed, keys.published)).toEqual({ state: "genuine", key_id: current.id, statement })
    }),
  )
})

describe("nothing but what was signed counts", () => {
  test("any flipped bit", () => {
    fc.assert(
      fc.property(fc.nat(SIGNED.length - 1), fc.nat(6), (at, bit) => {
        const letter = String.fromCharCode(SIGNED.charCodeAt(at) ^ (1 << bit))
        const flipped = SIGNED.slice(0, at) + letter + SIGNED.slice(at + 1)
        expect(checkStatement(flipped, keys.published).state).not.toBe("genuine")
      }),
      { numRuns: 2_000 },
    )
  })

  test("any flipped bit of the bytes below, the unused bits of base64url too", () => {
    const [mark, payload = "", signature = ""] = SIGNED.split(".")
    fc.assert(
      fc.property(fc.boolean(), fc.nat(), (inPayload, position) => {
        const bytes = Buffer.from(inPayload ? payload : signature, "base64url")
        const bit = position % (bytes.length * 8)
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const changed = bytes.toString("base64url")
        const text = inPayload ? [mark, changed, signature] : [mark, payload, changed]
        expect(checkStatement(text.join("."), keys.published).state).not.toBe("genuine")
      }),
      { numRuns: 1_000 },
    )
    for (const last of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
      const text = SIGNED.slice(0, -1) + last
      expect(checkStatement(text, keys.published).state).toBe(text === SIGNED ? "genuine" : "tampered")
    }
  })

  test("anything people send", () => {
    fc.assert(fc.property(fc.string(), (noise) => checkStatement(noise, keys.published).state === "tampered"))
    for (const noise of ["", "CP1..", "CP2." + SIGNED.slice(4), `${SIGNED}.`, ` ${SIGNED}`, "x".repeat(100_000)]) expect(checkStatement(noise, keys.published).state).toBe("tampered")
  })

  test("a signed payload in another spelling", () => {
    const [, payload = ""] = SIGNED.split(".")
    const spaced = Buffer.from(Buffer.from(payload, "base64url").toString().replace(",", ", ")).toString("base64url")
    expect(checkStatement(`CP1.${spaced}.${"A".repeat(86)}`, keys.published).state).toBe("tampered")
  })
})

describe("keys change", () => {
  const next = readSigningKeys("00".repeat(32), PUBLIC)

  test("what a retired key signed still counts", () => {
    expect(next.published.map(({ retired }) => retired)).toEqual([false, true])
    expect(checkStatement(SIGNED, next.published).state).toBe("genuine")
    expect(checkStatement(signStatement(FACTS, next.current!), next.published).state).toBe("genuine")
  })

  test("a key nobody published is unknown", () => {
    expect(checkStatement(SIGNED, readSigningKeys("00".repeat(32)).published)).toMatchObject({ state: "unknown_key", key_id: current.id })
    expect(checkStatement(SIGNED, [])).toMatchObject({ state: "unknown_key" })
  })

  test("a key under another's name does not pass", () => {
    const [stranger] = readSigningKeys("11".repeat(32)).published
    expect(checkStatement(SIGNED, [{ ...stranger!, id: current.id }]).state).toBe("tampered")
  })

  test("malformed settings are named", () => {
    expect(() => readSigningKeys("abc")).toThrow("OCOP_SIGNING_KEY")
    expect(() => readSigningKeys(SEED, "abc")).toThrow("OCOP_RETIRED_KEYS")
    expect(readSigningKeys(undefined)).toEqual({ current: null, published: [] })
    expect(readSigningKeys(SEED, PUBLIC).published).toHaveLength(1)
  })
})

test("long names are cut between letters, and the address still fits a QR of version 18 at level M", () => {
  const long = "Nguyễn Thị Ngọc Ánh ".repeat(20)
  const statement = statementOf({ ...FACTS, product: long, producer: long, decision: long, issuer: long })
  expect(statement.product.endsWith("…")).toBe(true)
  const address = `https://cho-phien.thainguyen.gov.vn/xac-thuc/CP-7Q4K-9M2T?s=${signStatement(statement, current)}`
  expect(address.length).toBeLessThanOrEqual(560)
})
