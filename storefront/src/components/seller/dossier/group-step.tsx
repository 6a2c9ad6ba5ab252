"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CriterionOptions } from "@/components/dossier/criterion-options";
import { FileSlot } from "@/components/dossier/file-slot";
import { TextArea } from "@/components/ui/text-field";
import type { Patch } from "@/lib/dossier/patch";
import { type Choices, scoreSoFar, type SheetCriterion, type SheetGroup } from "@/lib/dossier/sheet";
import type { Dossier, SelfAssessment } from "@/lib/dossier/types";
import { SavingLine } from "./saving-line";
import { SelfScore } from "./self-score";
import { StepButtons, type Neighbours } from "./step-buttons";
import { useSaving } from "./use-saving";

type Props = {
  dossier: Pick<Dossier, "id" | "version" | "self_assessment" | "self_rating" | "missing" | "attachments">;
  group: SheetGroup;
  groups: readonly SheetGroup[];
  neighbours: Neighbours;
};

/** One group of the scoring sheet: an option each, why, and the papers that show it; the sum runs along. */
export function GroupStep({ dossier, group, groups, neighbours }: Props) {
  const t = useTranslations("dossier.sheet");
  const [given, setGiven] = useState<SelfAssessment>(dossier.self_assessment);
  const restore = (kept: Patch) => setGiven((now) => ({ ...now, ...kept.self_assessment }));
  const { writer, state } = useSaving(dossier.id, dossier.version, restore);
  const choices: Choices = Object.fromEntries(Object.entries(given).flatMap(([no, one]) => (typeof one?.option === "number" ? [[no, one.option]] : [])));
  const rating = state.latest?.self_rating ?? dossier.self_rating;

  function change(no: string, part: Partial<NonNullable<SelfAssessment[string]>>) {
    const next = { option: null, description: null, ...given[no], ...part };
    setGiven((now) => ({ ...now, [no]: next }));
    writer.change({ form: {}, self_assessment: { [no]: next } });
  }

  return (
    <div className="flex flex-col gap-6" data-testid={`group-${group.no}`}>
      <SelfScore total={scoreSoFar(groups, choices)} rating={rating} />
      {group.note ? <p className="text-sm text-ink-soft">{group.note}</p> : null}
      {group.criteria.map((criterion) => (
        <fieldset key={criterion.no} className="flex flex-col gap-2 border-t border-line pt-4">
          <legend className="float-left mb-1 font-semibold">
            {criterion.no} {criterion.title} <span className="font-normal whitespace-nowrap text-ink-soft">({t("atMost", { count: criterion.max })})</span>
          </legend>
          {criterion.note ? <p className="clear-both text-sm text-ink-soft">{criterion.note}</p> : null}
          <div className="clear-both">
            <CriterionOptions criterion={criterion} value={given[criterion.no]?.option} onChange={(option) => change(criterion.no, { option })} />
          </div>
          <Held criterion={criterion} cap={rating?.capped_by.find((cap) => cap.criterion === criterion.no)} />
          <TextArea
            label={t("describe")}
            name={`describe-${criterion.no}`}
            data-testid={`describe-${criterion.no}`}
            rows={2}
            maxLength={10_000}
            value={given[criterion.no]?.description ?? ""}
            error={state.fields[`self_assessment.${criterion.no}.description`]}
            onChange={(event) => change(criterion.no, { description: event.target.value.trim() === "" ? null : event.target.value })}
          />
          <FileSlot
            door="seller"
            dossierId={dossier.id}
            kind="other"
            criterion={criterion.no}
            what={`${criterion.no} ${criterion.title}`}
            files={dossier.attachments.filter((file) => file.criterion === criterion.no)}
          />
        </fieldset>
      ))}
      <SavingLine writer={writer} state={state} here={`/ban-hang/ho-so/${dossier.id}/tu-cham-${group.no}`} />
      <StepButtons writer={writer} neighbours={neighbours} />
    </div>
  );
}

/** What this criterion asks for before the next star. */
function Held({ criterion, cap }: { criterion: SheetCriterion; cap?: { star: number; needs_option: number } }) {
  const t = useTranslations("dossier.sheet");
  const needed = cap ? criterion.options.find((option) => option.index === cap.needs_option) : undefined;
  if (!cap || !needed) return null;
  return (
    <p className="rounded-sm bg-honey-100 px-3 py-2 text-sm" data-testid={`held-${criterion.no}`}>
      {t("held", { star: cap.star, option: needed.text ?? t("reached") })}
    </p>
  );
}
