"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { byNeed, type Preview, remarksOf, verdictKinds, type VerdictKind, verdictsCsv } from "@/lib/official/list-import";
import { VerdictTable } from "./verdict-table";

type Props = { preview: Preview; busy: boolean; onCommit: (skipInvalid: boolean) => void };

/** What the list would do, row by row, and the one button that does it. */
export function VerdictPanel({ preview, busy, onCommit }: Props) {
  const t = useTranslations("official.listImport");
  const locale = useLocale();
  const { counts } = preview;
  const bad = counts.error + counts.ambiguous;
  const good = counts.create + counts.update;
  const [shown, setShown] = useState<VerdictKind | "all">(counts.error > 0 ? "error" : "all");
  const [skip, setSkip] = useState(false);
  const verdicts = byNeed(preview.verdicts).filter((verdict) => shown === "all" || verdict.kind === shown);

  function download() {
    const fieldName = (field: string) => (t.has(`fields.${field}`) ? t(`fields.${field}`) : field);
    const header = [t("row"), t("verdict"), t("product"), t("producer"), t("stars"), t("remarks")];
    const text = verdictsCsv(preview.verdicts, header, (kind) => t(`kinds.${kind}`), (verdict) => remarksOf(verdict, locale, fieldName));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = t("csvName");
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <section className="flex flex-col gap-4" data-testid="verdicts">
      <h3>{t("verdicts")}</h3>
      <div className="flex flex-wrap gap-2" role="group" aria-label={t("filter")}>
        {(["all", ...verdictKinds] as const).map((kind) => (
          <Button key={kind} variant={shown === kind ? "primary" : "secondary"} aria-pressed={shown === kind} onClick={() => setShown(kind)} data-testid={`filter-${kind}`}>
            {t(`kinds.${kind}`)}: {kind === "all" ? preview.verdicts.length : counts[kind]}
          </Button>
        ))}
      </div>
      {preview.ignored_rows.length > 0 ? <p className="text-sm text-ink-soft">{t("ignored", { rows: preview.ignored_rows.slice(0, 20).join(", ") })}</p> : null}
      {verdicts.length > 0 ? <VerdictTable verdicts={verdicts} /> : <p className="text-ink-soft">{t("noneOfKind")}</p>}
      <div className="flex flex-wrap items-center gap-4">
        {bad > 0 && good > 0 ? (
          <label className="flex min-h-11 items-center gap-2">
            <input type="checkbox" checked={skip} onChange={(event) => setSkip(event.target.checked)} data-testid="skip-invalid" className="size-5" />
            {t("skip", { count: bad })}
          </label>
        ) : null}
        <Button size="large" disabled={busy || good === 0 || (bad > 0 && !skip)} onClick={() => onCommit(skip)} data-testid="commit-list">
          {busy ? t("writing") : t("commit", { count: good })}
        </Button>
        <Button variant="secondary" onClick={download} data-testid="download-verdicts">{t("download")}</Button>
      </div>
      {good === 0 && bad === 0 ? <p>{t("nothingNew")}</p> : null}
    </section>
  );
}
