import type { Certificate, StatementVerdict } from "@/lib/types";
import type { Statement } from "./statement";

export type Headline = "valid" | "expiring" | "prolonged" | "expired" | "revoked" | "replaced" | "unknown" | "tampered" | "unknown_key" | "other_certificate";

/** Which fields a label and the register tell differently. */
export type Difference = "product" | "producer" | "star" | "decision" | "issued" | "expires" | "issuer";

/**
 * The one answer of a certificate's page. A label that is not ours comes before everything the register says of the
 * code on it: whoever prints a false label prints a true code.
 */
export function headlineOf(certificate: Certificate | null, label: StatementVerdict | null): Headline {
  if (label && label.state !== "genuine" && label.state !== "outdated") return label.state;
  if (!certificate) return "unknown";
  const { status, stars } = certificate;
  // In force by its own dates, and yet without stars: a later decision has taken its place.
  return stars === null && (status === "valid" || status === "expiring" || status === "prolonged") ? "replaced" : status;
}

/** Long names are cut on a label and end in "…": that is no difference. */
export function differencesOf(certificate: Certificate, statement: Statement): Difference[] {
  const pairs: [Difference, string | number | null, string | number | null][] = [
    ["product", statement.product, certificate.product_name],
    ["producer", statement.producer, certificate.producer_name],
    ["star", statement.star, certificate.stars_given],
    ["decision", statement.decision, certificate.decision_no],
    ["issued", statement.issued, certificate.issued_on],
    ["expires", statement.expires, certificate.prolonged_until ?? certificate.expires_on],
    ["issuer", statement.issuer, certificate.issued_by],
  ];
  return pairs.filter(([, printed, today]) => !sameText(printed, today)).map(([field]) => field);
}

function sameText(printed: string | number | null, today: string | number | null): boolean {
  if (typeof printed !== "string" || typeof today !== "string") return printed === (today === "" ? null : today);
  const clean = today.normalize("NFC").replace(/\s+/g, " ").trim();
  return printed === clean || (printed.endsWith("…") && clean.startsWith(printed.slice(0, -1)));
}
