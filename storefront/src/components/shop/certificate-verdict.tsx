import type { ReactNode } from "react";
import type { Headline } from "@/lib/verification/page-verdict";
import { VerdictBand, type VerdictTone } from "./verdict-band";

const tones: Record<Headline, VerdictTone> = {
  valid: "good",
  expiring: "waiting",
  prolonged: "waiting",
  replaced: "waiting",
  expired: "bad",
  revoked: "bad",
  tampered: "bad",
  other_certificate: "bad",
  unknown_key: "bad",
  unknown: "unclear",
};

export function CertificateVerdict({ verdict, title, children }: { verdict: Headline; title: string; children: ReactNode }) {
  return (
    <VerdictBand tone={tones[verdict]} data-testid="certificate-status" data-status={verdict}>
      <h1>{title}</h1>
      <p>{children}</p>
    </VerdictBand>
  );
}
