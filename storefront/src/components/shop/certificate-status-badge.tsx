import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { CertificateStatus } from "@/lib/types";

const tones = { valid: "tea", expiring: "honey", prolonged: "honey", expired: "brick", revoked: "brick" } as const;

/** The state of a certificate in two words. */
export function CertificateStatusBadge({ status }: { status: CertificateStatus }) {
  const t = useTranslations("shop.register.statusOption");
  return (
    <Badge tone={tones[status]} data-testid="register-status">
      {t(status)}
    </Badge>
  );
}
