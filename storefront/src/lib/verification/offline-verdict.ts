import { checkStatement, type PublishedKey, type Verify } from "./check-statement";
import { readLabelText, sameCode } from "./label-text";
import type { Statement } from "./statement";

/** What can be said of a label without asking anybody. */
export type OfflineVerdict =
  /** Signed by us, and by its own date it still holds (`in_term`) or has ended (`ended`). */
  | { state: "in_term" | "ended"; keyId: string; statement: Statement }
  /** Signed by us, but the address on the label names another certificate. */
  | { state: "other_certificate"; keyId: string; statement: Statement }
  | { state: "tampered" | "unknown_key"; keyId: string | null; statement: null }
  /** A bare code, or nothing: there is no signature to look at. */
  | { state: "no_statement"; keyId: null; statement: null };

/** @param today the civil date in Viet Nam, by the clock of the device */
export async function judgeOffline(text: string, keys: readonly PublishedKey[], today: string, verify: Verify): Promise<OfflineVerdict> {
  const { code, statement: written } = readLabelText(text);
  if (!written) return { state: "no_statement", keyId: null, statement: null };
  const check = await checkStatement(written, keys, verify);
  if (check.state !== "genuine") return check;
  const { keyId, statement } = check;
  if (!code || !sameCode(code, statement.code)) return { state: "other_certificate", keyId, statement };
  return { state: today <= statement.expires ? "in_term" : "ended", keyId, statement };
}

/** The civil date in Viet Nam. */
export function todayInVietnam(now = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}
