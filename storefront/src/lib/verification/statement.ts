import { fromBase64url, toBase64url } from "./base64url";

/** What a label says under a signature; dates are civil dates in Viet Nam. The format: docs/ocop-statement.md. */
export type Statement = {
  code: string;
  product: string;
  producer: string | null;
  star: 3 | 4 | 5;
  decision: string | null;
  issued: string;
  /** The last day it holds, a prolongation included. */
  expires: string;
  issuer: string | null;
  illustrative: boolean;
};

export type ReadStatement = {
  keyId: string;
  statement: Statement;
  /** The bytes under the signature. */
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
};

/** What is longer was never on a label. */
const longest = 900;

/**
 * Reads `CP1.<payload>.<signature>` without weighing the signature. Null for what no label carries: there is one
 * spelling of every statement, and any other counts as none.
 */
export function readStatement(text: string): ReadStatement | null {
  const [, payload, written] = text.length <= longest ? (/^CP1\.([\w-]+)\.([\w-]{86})$/.exec(text) ?? []) : [];
  const bytes = payload ? fromBase64url(payload) : null;
  const signature = written ? fromBase64url(written) : null;
  if (!bytes || !signature || !payload) return null;
  const read = decode(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  if (!read || toBase64url(new TextEncoder().encode(encode(read))) !== payload || toBase64url(signature) !== written) return null;
  return { ...read, signed: new TextEncoder().encode(`CP1.${payload}`), signature };
}

type Fields = { keyId: string; statement: Statement };

function encode({ keyId, statement: s }: Fields): string {
  return JSON.stringify([keyId, s.code, s.product, s.producer, s.star, s.decision, s.issued, s.expires, s.issuer, s.illustrative ? 1 : 0]);
}

function decode(json: string): Fields | null {
  let fields: unknown;
  try {
    fields = JSON.parse(json);
  } catch {
    return null;
  }
  if (!Array.isArray(fields) || fields.length !== 10) return null;
  const [keyId, code, product, producer, star, decision, issued, expires, issuer, illustrative] = fields as unknown[];
  if (!isText(keyId) || !/^[0-9a-f]{8}$/.test(keyId) || !isText(code) || !isText(product)) return null;
  if (!isTextOrNull(producer) || !isTextOrNull(decision) || !isTextOrNull(issuer)) return null;
  if (star !== 3 && star !== 4 && star !== 5) return null;
  if (!isDay(issued) || !isDay(expires)) return null;
  if (illustrative !== 0 && illustrative !== 1) return null;
  return { keyId, statement: { code, product, producer, star, decision, issued, expires, issuer, illustrative: illustrative === 1 } };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isDay(value: unknown): value is string {
  return isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
}
