import { fromBase64url } from "./base64url";

/** What somebody typed, pasted or scanned: a code, a statement, or both. Neither of them has been checked. */
export type LabelText = { code: string | null; statement: string | null };

/** The longest code anybody may send to the register; what is longer was never printed. */
const longestCode = 64;

/**
 * Reads the address inside a label's QR (of any installation), a bare statement, or a bare code. From a bare statement
 * the code is taken as it stands in it, so that the register can be asked.
 */
export function readLabelText(text: string): LabelText {
  const clean = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const address = /^(?:https?:\/\/)?[^\s/]*\/(?:en\/)?xac-thuc\/([^/?#]+)(?:\?([^#]*))?/i.exec(clean);
  if (address) {
    const [, code = "", query = ""] = address;
    const statement = new URLSearchParams(query).get("s");
    return { code: cut(decoded(code)), statement: statement || null };
  }
  const compact = clean.replaceAll(" ", "");
  if (/^CP\d+\..+\./i.test(compact)) return { code: codeInside(compact), statement: compact };
  return { code: cut(clean), statement: null };
}

function cut(code: string): string | null {
  return code.slice(0, longestCode).trim() || null;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function codeInside(statement: string): string | null {
  const bytes = fromBase64url(statement.split(".")[1] ?? "");
  try {
    const fields: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    const code: unknown = Array.isArray(fields) ? fields[1] : null;
    return typeof code === "string" ? cut(code) : null;
  } catch {
    return null;
  }
}

/** Whether two ways of writing mean one code: case, spaces, dashes and the look-alikes O, I and L do not matter. */
export function sameCode(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(code: string): string {
  const letters = code.toUpperCase().replace(/[\s\-–—]/g, "");
  return (letters.length === 10 && letters.startsWith("CP") ? letters.slice(2) : letters).replaceAll("O", "0").replace(/[IL]/g, "1");
}
