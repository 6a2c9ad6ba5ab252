"use client";

import { useTranslations } from "next-intl";
import { CriterionOptions } from "@/components/dossier/criterion-options";
import { FileLink } from "@/components/dossier/attachment-list";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-field";
import { pointsOf, scoreSoFar, type SheetCriterion, type SheetGroup } from "@/lib/dossier/sheet";
import type { Attachment, OwnSheet, SelfAssessment } from "@/lib/dossier/types";
import { useSheet } from "./use-sheet";

type Props = { dossierId: string; groups: readonly SheetGroup[]; initial: OwnSheet; attachments: readonly Attachment[] };

/** Criterion by criterion: the member's choice on one side, what the producer says and shows for it on the other. */
export function ScoringSheet({ dossierId, groups, initial, attachments }: Props) {
  const t = useTranslations("dossier.score");
  const { sheet, draft, status, message, change, flush } = useSheet(dossierId, initial);
  const total = scoreSoFar(groups, draft.options);
  const open = total.criteria - total.chosen;
  const locked = !sheet.may_edit;

  async function handIn() {
    if (window.confirm(t("confirm", { points: total.points }))) await flush(true);
  }

  return (
    <div className="flex flex-col gap-6" data-testid="scoring-sheet">
      <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 border-b border-line bg-paper py-2" data-testid="own-score" data-points={total.points}>
        <strong className="text-lg text-indigo-800">{t("sum", { points: total.points })}</strong>
        <span className="text-sm text-ink-soft">{open > 0 ? t("open", { count: open }) : t("full")}</span>
        <span role="status" className="ml-auto text-sm text-ink-soft" data-testid="sheet-status" data-status={status}>
          {locked ? t("handedIn") : t(status)}
        </span>
      </div>
      {sheet.reopened_note && !locked ? <Notice tone="warning" title={t("reopened")}>{sheet.reopened_note}</Notice> : null}
      {status === "refused" || status === "changed" || status === "session" ? (
        <Notice tone="bad" title={message || t(status)} announce data-testid="sheet-problem">
          <p>{t("kept")}</p>
          {status === "changed" ? <Button onClick={() => void flush()}>{t("saveMine")}</Button> : null}
        </Notice>
      ) : null}
      {groups.map((group) => (
        <section key={group.no} className="flex flex-col gap-4">
          <h2 className="text-indigo-800">
            {group.no}. {group.title}
          </h2>
          {group.criteria.map((criterion) => (
            <fieldset key={criterion.no} className="flex flex-col gap-2 border-t border-line pt-3" data-testid={`criterion-${criterion.no}`}>
              <legend className="float-left font-semibold">
                {criterion.no} {criterion.title} <span className="font-normal whitespace-nowrap text-ink-soft">({t("atMost", { count: criterion.max })})</span>
              </legend>
              {criterion.note ? <p className="clear-both text-sm text-ink-soft">{criterion.note}</p> : null}
              <div className="clear-both grid gap-4 lg:grid-cols-[3fr_2fr]">
                <CriterionOptions
                  criterion={criterion}
                  value={draft.options[criterion.no]}
                  disabled={locked}
                  producers={sheet.self_assessment[criterion.no]?.option ?? null}
                  onChange={(option) => change({ options: { ...draft.options, [criterion.no]: option } })}
                />
                <div className="flex flex-col gap-3">
                  <Producers criterion={criterion} given={sheet.self_assessment} dossierId={dossierId} files={attachments.filter((file) => file.criterion === criterion.no && !file.withdrawn_at)} />
                  <TextArea
                    label={t("comment")}
                    name={`comment-${criterion.no}`}
                    id={`comment-${criterion.no}`}
                    data-testid={`comment-${criterion.no}`}
                    rows={2}
                    maxLength={2000}
                    readOnly={locked}
                    value={draft.comments[criterion.no] ?? ""}
                    onChange={(event) => change({ comments: withComment(draft.comments, criterion.no, event.target.value) })}
                  />
                </div>
              </div>
            </fieldset>
          ))}
        </section>
      ))}
      <TextArea label={t("general")} name="general_comment" data-testid="general-comment" rows={4} maxLength={5000} readOnly={locked} value={draft.general_comment} onChange={(event) => change({ general_comment: event.target.value })} />
      {locked ? (
        <Notice tone="good" title={t("handedIn")} data-testid="sheet-handed-in">
          <p>{t("handedInText")}</p>
        </Notice>
      ) : (
        <>
          {open > 0 ? <p className="text-ink-soft">{t("missing", { criteria: groups.flatMap((group) => group.criteria).filter(({ no }) => !(no in draft.options)).map(({ no }) => no).join(", ") })}</p> : null}
          <Button size="large" className="self-start" disabled={open > 0 || status === "saving"} onClick={() => void handIn()} data-testid="hand-in-sheet">
            {t("handIn")}
          </Button>
        </>
      )}
    </div>
  );
}

function withComment(comments: Record<string, string>, no: string, text: string): Record<string, string> {
  return text.trim() === "" ? Object.fromEntries(Object.entries(comments).filter(([key]) => key !== no)) : { ...comments, [no]: text };
}

function Producers({ criterion, given, dossierId, files }: { criterion: SheetCriterion; given: SelfAssessment; dossierId: string; files: readonly Attachment[] }) {
  const t = useTranslations("dossier.score");
  const answer = given[criterion.no];
  return (
    <div className="rounded-sm bg-indigo-100 px-3 py-2 text-sm">
      <p className="font-semibold">{typeof answer?.option === "number" ? t("producer", { points: pointsOf(criterion, answer.option) }) : t("producerNothing")}</p>
      {answer?.description ? <p className="whitespace-pre-line">{answer.description}</p> : null}
      {files.length === 0 ? <p className="text-ink-soft">{t("noFiles")}</p> : null}
      {files.map((file) => (
        <FileLink key={file.id} door="official" dossierId={dossierId} file={file} />
      ))}
    </div>
  );
}
