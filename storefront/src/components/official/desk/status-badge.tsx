import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Status } from "@/lib/official/register-schemas";

const tones = { valid: "tea", expiring: "honey", prolonged: "honey", expired: "plain", revoked: "brick", never: "plain" } as const;

export function StatusBadge({ status }: { status: Status | null }) {
  const t = useTranslations("desk.status");
  const name = status ?? "never";
  return (
    <span data-testid="register-status" data-status={name} className="inline-block">
      <Badge tone={tones[name]}>{t(name)}</Badge>
    </span>
  );
}
