import { isCivilDate, type CivilDate } from "@cho-phien/administrative-units"
import { openFields, signFields } from "./signed-text"
import type { PublishedKey, SigningKeys } from "./signing-keys"
import type { Stars } from "./recognition-status"

/** What a label says under our signature. Texts are NFC and cut to what a QR can carry; they never hold "". */
export type Statement = {
  code: string
  product: string
  producer: string | null
  star: Stars
  decision: string | null
  issued: CivilDate
  /** The last day it holds, a prolongation included. */
  expires: CivilDate
  issuer: string | null
  illustrative: boolean
}

export type StatementCheck =
  | { state: "genuine"; key_id: string; statement: Statement }
  | { state: "tampered" | "unknown_key"; key_id: string | null; statement: null }

/** The first version. Another one would change this mark, and with it every signature. */
const MARK = "CP1"

/** Longer than any statement we make: what is longer is not looked at. */
export const LONGEST_STATEMENT = 900

/** Bytes of UTF-8 within the JSON. Together they keep the address with the statement within version 18 of a QR at level M (560 bytes). */
const BYTES = { product: 70, producer: 70, decision: 36, issuer: 56 }

/**
 * `CP1.<payload>.<signature>` (`signFields`). Behind the key id: code, product, producer, star, decision, issued,
 * expires, issuer, 1 for made-up data else 0; null for what is not known.
 */
export function signStatement(statement: Statement, key: NonNullable<SigningKeys["current"]>): string {
  return signFields(MARK, encode(statement), key)
}

/** Whether a statement is ours. There is one spelling of each: any other, however close, counts as tampered. */
export function checkStatement(text: string, keys: readonly PublishedKey[]): StatementCheck {
  const { value, ...check } = openFields(text, keys, { mark: MARK, longest: LONGEST_STATEMENT, read: decode, write: encode })
  return { ...check, statement: value } as StatementCheck
}

/** The statement for the facts of the register: composed letters, single spaces, cut where a label has no more room. */
export function statementOf(facts: Statement): Statement {
  return {
    ...facts,
    product: short(facts.product, BYTES.product) ?? "?",
    producer: short(facts.producer, BYTES.producer),
    decision: short(facts.decision, BYTES.decision),
    issuer: short(facts.issuer, BYTES.issuer),
  }
}

function encode(s: Statement): unknown[] {
  return [s.code, s.product, s.producer, s.star, s.decision, s.issued, s.expires, s.issuer, s.illustrative ? 1 : 0]
}

function decode(fields: unknown[]): Statement | null {
  if (fields.length !== 9) return null
  const [code, product, producer, star, decision, issued, expires, issuer, illustrative] = fields
  if (!isText(code) || !isText(product)) return null
  if (!isTextOrNull(producer) || !isTextOrNull(decision) || !isTextOrNull(issuer)) return null
  if (star !== 3 && star !== 4 && star !== 5) return null
  if (!isText(issued) || !isCivilDate(issued) || !isText(expires) || !isCivilDate(expires)) return null
  if (illustrative !== 0 && illustrative !== 1) return null
  return { code, product, producer, star, decision, issued, expires, issuer, illustrative: illustrative === 1 }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== ""
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value)
}

function short(text: string | null, bytes: number): string | null {
  const clean = text?.normalize("NFC").replace(/\s+/g, " ").replace(/\p{C}/gu, "").trim()
  if (!clean) return null
  if (bytesInJson(clean) <= bytes) return clean
  let kept = ""
  for (const letter of clean) {
    if (bytesInJson(`${kept}${letter}…`) > bytes) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

function bytesInJson(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2
}
