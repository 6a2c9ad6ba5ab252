"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileSlot } from "@/components/dossier/file-slot";
import { evidenceKinds } from "@/lib/dossier/names";
import type { Dossier } from "@/lib/dossier/types";
import { SavingLine } from "./saving-line";
import { StepButtons, type Neighbours } from "./step-buttons";
import { useSaving } from "./use-saving";

type Props = { dossier: Pick<Dossier, "id" | "version" | "attachments" | "missing">; neighbours: Neighbours };

const nothing = () => undefined;

/** The papers of the decision's table, kind by kind; what must not be missing stands open. */
export function EvidenceStep({ dossier, neighbours }: Props) {
  const t = useTranslations("dossier.evidence");
  const { writer, state } = useSaving(dossier.id, dossier.version, nothing);
  // As the page opened: a place must not fall shut because the file that was missing has just arrived in it.
  const [opened] = useState(() => new Set(dossier.missing.map(({ field }) => field)));
  const kinds = evidenceKinds.filter((kind) => kind !== "official");
  return (
    <div className="flex flex-col gap-3" data-testid="step-giay-to">
      <p>{t("intro")}</p>
      {kinds.map((kind) => {
        const files = dossier.attachments.filter((file) => file.kind === kind && file.criterion === null);
        const gap = dossier.missing.find(({ field }) => field === `attachments.${kind}`);
        return (
          <details key={kind} open={opened.has(`attachments.${kind}`)} className="rounded border border-line bg-card" data-testid={`evidence-${kind}`}>
            <summary className="min-h-12 px-4 py-3">
              <span className="font-semibold">{t(`kinds.${kind}.name`)}</span>{" "}
              <span className={`whitespace-nowrap ${gap ? "font-semibold text-brick-600" : "text-ink-soft"}`}>{gap ? t("needed") : t("count", { count: files.length })}</span>
            </summary>
            <div className="flex flex-col gap-2 px-4 pb-4">
              <p className="text-sm text-ink-soft">{t(`kinds.${kind}.what`)}</p>
              <FileSlot door="seller" dossierId={dossier.id} kind={kind} files={files} what={t(`kinds.${kind}.name`)} />
            </div>
          </details>
        );
      })}
      <SavingLine writer={writer} state={state} here={`/ban-hang/ho-so/${dossier.id}/giay-to`} />
      <StepButtons writer={writer} neighbours={neighbours} />
    </div>
  );
}
