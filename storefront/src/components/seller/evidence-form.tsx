import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { type EvidenceChoice, type EvidenceProblem, usualPeriod } from "@/lib/seller/evidence";
import { listScoringSheets } from "@/lib/seller/load";

type Props = { id: string; choice: EvidenceChoice; problem: EvidenceProblem | null; registered: boolean };

/** The statement for the council: which months, and as what file. A plain form, so a file comes and the page stays. */
export async function EvidenceForm({ id, choice, problem, registered }: Props) {
  const [t, locale] = await Promise.all([getTranslations("seller.evidence"), getLocale()]);
  const usual = usualPeriod(new Date());
  const sheets = registered ? [] : await listScoringSheets(locale);
  const error = (field: EvidenceProblem) => (problem === field ? t(`problem.${field}`) : undefined);
  return (
    <Card className="flex flex-col gap-3" id="bang-ke" data-testid="evidence">
      <h2>{t("title")}</h2>
      <p className="text-ink-soft">{t("text")}</p>
      {problem === "other" ? <Notice tone="bad">{t("problem.other")}</Notice> : null}
      <form action={`/api/seller/listings/${encodeURIComponent(id)}/evidence`} className="flex flex-col gap-3">
        <input type="hidden" name="locale" value={locale} />
        <div className="grid gap-3 sm:grid-cols-2">
          <DateField label={t("from")} hint={t("dayHint")} name="from" id="evidence-from" defaultValue={choice.from || usual.from} error={error("from")} />
          <DateField label={t("to")} hint={t("dayHint")} name="to" id="evidence-to" defaultValue={choice.to || usual.to} error={error("to")} />
        </div>
        {registered ? null : (
          <Select
            label={t("set")}
            name="set"
            id="evidence-set"
            hint={t("setHint")}
            placeholder={t("setNone")}
            defaultValue={choice.set}
            options={sheets.map(({ set_no, name }) => ({ value: String(set_no), label: `${set_no}. ${name}` }))}
          />
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Button type="submit" name="file" value="pdf" size="large" data-testid="evidence-pdf">
            {t("pdf")}
          </Button>
          <Button type="submit" name="file" value="xlsx" variant="secondary" size="large" data-testid="evidence-xlsx">
            {t("xlsx")}
          </Button>
        </div>
      </form>
      <p className="text-sm text-ink-soft">{t("note")}</p>
    </Card>
  );
}
