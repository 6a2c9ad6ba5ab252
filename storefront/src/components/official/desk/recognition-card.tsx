import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/shop/facts";
import { Stars } from "@/components/ui/stars";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import type { Recognition } from "@/lib/official/register-schemas";
import { ActForm } from "./act-form";
import { Fold } from "@/components/ui/fold";
import { StatusBadge } from "./status-badge";

export const grounds = ["forged_dossier", "criteria_not_met", "law_violated", "mark_misused", "production_stopped", "other"] as const;

type Props = { productId: string; recognition: Recognition; today: string };

/** One certificate with what may still be done to it. */
export function RecognitionCard({ productId, recognition, today }: Props) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const { id, revocation_timing: timing, prolongation_latest: latest } = recognition;
  const date = (day: string | null) => (day ? formatDate(day, locale) : null);
  const label = recognition.speaks && ["valid", "expiring", "prolonged"].includes(recognition.status);
  return (
    <li className="flex flex-col gap-3 rounded border border-line bg-card p-4" data-testid={`recognition-${id}`}>
      <div className="flex flex-wrap items-center gap-3">
        <Stars count={recognition.star} />
        <StatusBadge status={recognition.status} />
        {recognition.speaks ? null : <span className="text-sm text-ink-soft">{t("recognition.replaced")}</span>}
      </div>
      <Facts
        facts={[
          { term: t("recognition.decision"), value: recognition.decision_no },
          { term: t("recognition.issuer"), value: recognition.issued_by },
          { term: t("recognition.issued"), value: date(recognition.issued_on) },
          { term: t("recognition.expires"), value: date(recognition.expires_on) },
          { term: t("recognition.prolonged"), value: recognition.prolonged_until ? [date(recognition.prolonged_until), recognition.prolongation_document_no].filter(Boolean).join(", ") : null },
          { term: t("recognition.revoked"), value: recognition.revoked_on ? [date(recognition.revoked_on), recognition.revocation_document_no].filter(Boolean).join(", ") : null },
          { term: t("recognition.ground"), value: recognition.revocation_ground ? t(`grounds.${recognition.revocation_ground}`) : null },
          { term: t("recognition.concluded"), value: date(recognition.revocation_concluded_on) },
          { term: t("recognition.deadline"), value: timing ? (timing.late_by_days > 0 ? t("recognition.late", { date: formatDate(timing.due_on, locale), days: timing.late_by_days }) : t("recognition.inTime", { date: formatDate(timing.due_on, locale) })) : null },
        ]}
      />
      <p className="screen-only flex flex-wrap gap-x-6">
        <Link href={`/xac-thuc/${encodeURIComponent(recognition.certificate_code)}`} className="inline-flex min-h-11 items-center text-link" data-testid="certificate">
          {recognition.certificate_code}
        </Link>
        {label ? (
          <a href={`/api/labels/${encodeURIComponent(recognition.certificate_code)}/labels.pdf`} download className="inline-flex min-h-11 items-center text-link" data-testid="labels">
            {t("recognition.labels")}
          </a>
        ) : null}
      </p>
      {recognition.may_prolong && latest ? (
        <Fold title={t("prolong.title")} data-testid={`prolong-${id}`}>
          <div className="pt-2 pb-3">
            <p className="mb-3 text-sm text-ink-soft">{t("prolong.law", { date: formatDate(latest, locale) })}</p>
            <ActForm
              target={{ act: "prolong", product: productId, part: id }}
              submit={t("prolong.submit")}
              done={t("prolong.done")}
              data-testid="prolong-form"
              fields={[
                { name: "until", kind: "date", label: t("prolong.until"), max: latest, value: latest },
                { name: "document_no", kind: "text", label: t("prolong.document") },
              ]}
            />
          </div>
        </Fold>
      ) : null}
      {recognition.may_revoke ? (
        <Fold title={t("revoke.title")} data-testid={`revoke-${id}`}>
          <div className="pt-2 pb-3">
            <ActForm
              target={{ act: "revoke", product: productId, part: id }}
              submit={t("revoke.submit")}
              done={t("revoke.done")}
              look="danger"
              data-testid="revoke-form"
              fields={[
                { name: "ground", kind: "select", label: t("revoke.ground"), options: grounds.map((value) => ({ value, label: t(`grounds.${value}`) })) },
                { name: "concluded_on", kind: "date", label: t("revoke.concluded"), hint: t("revoke.law"), max: today },
                { name: "revoked_on", kind: "date", label: t("revoke.date"), max: today, value: today },
                { name: "document_no", kind: "text", label: t("revoke.document") },
                { name: "reason", kind: "area", label: t("revoke.note"), optional: true },
              ]}
            />
          </div>
        </Fold>
      ) : null}
    </li>
  );
}
