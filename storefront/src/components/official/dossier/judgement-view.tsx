import { useLocale, useTranslations } from "next-intl";
import { FactList } from "@/components/dossier/fact-list";
import { Link } from "@/i18n/link";
import type { Dossier } from "@/lib/dossier/types";
import { formatDate } from "@/lib/format/date";

/** What authorities said of the dossier so far: the commune's report, the consultants' advice, letters and the decision. */
export function JudgementView({ dossier }: { dossier: Dossier }) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const { commune_report: report, commune_letter: letter, advice, ministry_letter: toMinistry, decision, consultants, recognition } = dossier;
  const written = (one: { letter_no: string; letter_date: string }) => t("timeline.documentOf", { no: one.letter_no, date: formatDate(one.letter_date, locale) });
  if (!report && !letter && !advice && !toMinistry && !decision && consultants.length === 0) return null;
  return (
    <section className="flex flex-col gap-3" data-testid="judgements">
      {report ? (
        <div>
          <h2>{t("judged.report")}</h2>
          <FactList
            facts={[
              ...(["local_material", "local_labour", "idea_origin", "local_identity"] as const).map((name) => [t(`acts.fields.${name}`), report[name]] as const),
              [t("judged.by"), [report.reported_by, formatDate(report.reported_on, locale)].filter(Boolean).join(", ")],
              [t("judged.letter"), letter ? written(letter) : null],
            ]}
          />
        </div>
      ) : null}
      {consultants.length > 0 || advice ? (
        <div>
          <h2>{t("judged.consultants")}</h2>
          <FactList
            facts={[
              [t("judged.people"), consultants.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(", ")).join("\n")],
              ...(advice
                ? [
                    [t("acts.fields.summary"), advice.summary] as const,
                    [t("acts.fields.surveyed_on"), advice.surveyed_on ? formatDate(advice.surveyed_on, locale) : null] as const,
                    [t("acts.fields.survey_note"), advice.survey_note] as const,
                    [t("acts.fields.tests_note"), advice.tests_note] as const,
                    [t("acts.fields.recommendation"), t(`acts.choices.${advice.recommendation}`)] as const,
                    [t("judged.by"), advice.by] as const,
                  ]
                : []),
            ]}
          />
        </div>
      ) : null}
      {toMinistry || decision ? (
        <div>
          <h2>{t("judged.decision")}</h2>
          <FactList
            facts={[
              [t("judged.toMinistry"), toMinistry ? written(toMinistry) : null],
              [t("judged.outcome"), decision ? t(`judged.outcomes.${decision.outcome}`) : null],
              [t("judged.stars"), decision?.star ?? null],
              [t("acts.fields.decision_no"), decision?.decision_no],
              [t("acts.fields.decided_on"), decision ? formatDate(decision.decided_on, locale) : null],
              [t("acts.fields.issued_by"), decision?.issued_by],
              [t("acts.fields.note"), decision?.note],
              [
                t("judged.certificate"),
                recognition ? (
                  <Link href={`/xac-thuc/${encodeURIComponent(recognition.certificate_code)}`} className="text-link" data-testid="certificate-link">
                    {recognition.certificate_code}
                  </Link>
                ) : null,
              ],
              [t("judged.productCode"), recognition?.product_code],
            ]}
          />
        </div>
      ) : null}
    </section>
  );
}
