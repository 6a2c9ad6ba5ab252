import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import type { CertificateStatus } from "@/lib/types";

type Verdict = CertificateStatus | "unknown";

const looks: Record<Verdict, { band: string; icon: IconName }> = {
  valid: { band: "bg-tea-700 text-on-tea", icon: "check" },
  expiring: { band: "bg-honey-100 text-ink", icon: "clock" },
  prolonged: { band: "bg-honey-100 text-ink", icon: "clock" },
  expired: { band: "bg-brick-600 text-on-brick", icon: "cross" },
  revoked: { band: "bg-brick-600 text-on-brick", icon: "cross" },
  unknown: { band: "bg-indigo-100 text-ink", icon: "question" },
};

/** The answer in one glance: colour, sign and words say the same. */
export function CertificateVerdict({ verdict, title, children }: { verdict: Verdict; title: string; children: ReactNode }) {
  const { band, icon } = looks[verdict];
  return (
    <div data-testid="certificate-status" data-status={verdict} className={`flex items-center gap-4 rounded px-5 py-5 ${band}`}>
      <Icon name={icon} className="size-12" />
      <div>
        <h1>{title}</h1>
        <p>{children}</p>
      </div>
    </div>
  );
}
