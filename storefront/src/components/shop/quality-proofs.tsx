import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/format/date";
import type { QualityBadge } from "@/lib/types";
import { Facts } from "./facts";

const tones = { valid: "tea", expiring: "honey", expired: "brick", revoked: "brick" } as const;
/** The maker's own word, however carefully the paper was looked at. */
const ownWord = new Set(["self_declaration", "food_safety_commitment"]);

/** Papers about quality that somebody checked; those that lapsed are shown as lapsed. What nobody checked never comes here. */
export function QualityProofs({ papers }: { papers: QualityBadge[] }) {
  const t = useTranslations("shop.listing");
  const kinds = useTranslations("common.qualityKind");
  const states = useTranslations("common.qualityState");
  const locale = useLocale();
  if (papers.length === 0) return null;
  const day = (date: string | null) => (date ? formatDate(date, locale) : null);
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4" data-testid="quality-block">
      <h3 className="text-indigo-800">{t("qualityTitle")}</h3>
      {papers.map((paper) => (
        <div key={paper.id} data-testid="quality-paper" data-kind={paper.kind} data-state={paper.state} className="flex flex-col gap-1.5">
          <h4 className="flex flex-wrap items-center gap-2 font-semibold">
            {kinds(paper.kind)}
            <Badge tone={tones[paper.state]}>{states(paper.state)}</Badge>
          </h4>
          <Facts
            facts={[
              { term: t("qualityNumber"), value: paper.number },
              { term: t("qualityHolder"), value: paper.holder_name },
              { term: t("qualityIssuer"), value: paper.issuer },
              { term: t("qualityIssued"), value: day(paper.issued_on) },
              { term: t("qualityUntil"), value: day(paper.expires_on) },
              { term: t("qualityChecked"), value: day(paper.checked_on) },
            ]}
          />
          {ownWord.has(paper.kind) ? <p className="text-sm text-ink-soft">{t("quality_self")}</p> : null}
        </div>
      ))}
    </div>
  );
}
