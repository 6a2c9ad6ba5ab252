import type { RecognitionStatus } from "../modules/ocop/rules/recognition-status"
import { readSigningKeys, type SigningKeys } from "../modules/ocop/rules/signing-keys"
import { openFields, signFields, type FieldsReader, type SignedFields } from "../modules/ocop/rules/signed-text"
import { checkStatement, signStatement, statementOf, type Statement, type StatementCheck } from "../modules/ocop/rules/statement"
import { certificateDoesNotHold, nothingToSignWith } from "../modules/ocop/errors"
import type { Certificate } from "./fetch-certificate"

let keys: SigningKeys | undefined

/** The keys of this installation, read once. @throws Error that names the setting, when one is malformed */
export function signingKeys(): SigningKeys {
  keys ??= readSigningKeys(process.env.OCOP_SIGNING_KEY || undefined, process.env.OCOP_RETIRED_KEYS)
  return keys
}

/**
 * Fields under the key of this installation, for statements of other kinds than a certificate's (`signFields`).
 * @throws ApiError 503 `ocop.nothing_to_sign_with`
 */
export function signOurFields(mark: string, fields: readonly unknown[]): string {
  const { current } = signingKeys()
  if (!current) throw nothingToSignWith()
  return signFields(mark, fields, current)
}

/** Whether such a statement was signed here, and what it says. */
export function openOurFields<T>(text: string, reader: FieldsReader<T>): SignedFields<T> {
  return openFields(text, signingKeys().published, reader)
}

export type SignedLabel = { statement: Statement; signed: string; address: string }

/**
 * What a label of this certificate carries: the statement, and the address of its page with the statement inside.
 * @throws ApiError 409 `ocop.certificate_does_not_hold`, 503 `ocop.nothing_to_sign_with`
 */
export function signedLabel(certificate: Certificate): SignedLabel {
  if (!certificate.stars) throw certificateDoesNotHold()
  const { current } = signingKeys()
  if (!current) throw nothingToSignWith()
  const statement = statementNow(certificate)
  const signed = signStatement(statement, current)
  const shop = process.env.STOREFRONT_URL ?? "http://localhost:8000"
  return { statement, signed, address: `${shop}/xac-thuc/${certificate.code}?s=${signed}` }
}

export type StatementVerdict = {
  /**
   * `genuine`: ours, and the register says the same today. `outdated`: ours when it was signed, the register says
   * otherwise today and is right. `other_certificate`: ours, but of another certificate than the one asked for.
   */
  state: "genuine" | "outdated" | "other_certificate" | "tampered" | "unknown_key"
  key_id: string | null
  statement: Statement | null
  /** null where the register does not hold the certificate of the statement (any more) */
  register_status: RecognitionStatus | null
}

/** Weighs a statement against the register of today. @param certificate the one the statement names */
export function judge(check: StatementCheck, certificate: Certificate | null, askedFor?: string): StatementVerdict {
  const register_status = certificate?.status ?? null
  if (check.state !== "genuine") return { ...check, register_status }
  const { key_id, statement } = check
  if (askedFor && askedFor !== statement.code) return { state: "other_certificate", key_id, statement, register_status }
  const same = certificate?.stars && JSON.stringify(statementNow(certificate)) === JSON.stringify(statement)
  return { state: same ? "genuine" : "outdated", key_id, statement, register_status }
}

export function checkAgainstKeys(text: string): StatementCheck {
  return checkStatement(text, signingKeys().published)
}

function statementNow(certificate: Certificate): Statement {
  return statementOf({
    code: certificate.code,
    product: certificate.product_name,
    producer: certificate.producer_name,
    star: certificate.stars_given,
    decision: certificate.decision_no,
    issued: certificate.issued_on,
    expires: certificate.prolonged_until ?? certificate.expires_on,
    issuer: certificate.issued_by,
    illustrative: certificate.illustrative,
  })
}
