"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/link";
import { type Committed, committedSchema, type Preview, previewSchema } from "@/lib/official/list-import";
import { VerdictPanel } from "./verdict-panel";

const largestBytes = 5 * 1024 * 1024;
type State = { step: "idle" | "checking" | "writing"; problem?: string; preview?: Preview; committed?: Committed };

/** Choose a file, see what it would do, write it. Nothing is stored before the last button. */
export function ListImport() {
  const t = useTranslations("official.listImport");
  const locale = useLocale();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<State>({ step: "idle" });

  /** The answer's data, or why there is none, in words. */
  async function send(chosen: File, query: Record<string, string>): Promise<{ data: unknown } | { problem: string }> {
    const parameters = new URLSearchParams({ filename: chosen.name.slice(0, 200), ...query });
    try {
      const response = await fetch(`/api/official/lists?${parameters}`, {
        method: "POST",
        body: chosen,
        headers: { "content-type": "application/octet-stream", "x-reader-language": locale },
      });
      const data = (await response.json().catch(() => ({}))) as { message?: string };
      if (response.ok) return { data };
      return { problem: data.message ?? (response.status === 401 ? t("session") : response.status === 413 ? t("tooLarge") : t("failed")) };
    } catch {
      return { problem: t("network") };
    }
  }

  async function check(chosen: File) {
    setFile(chosen);
    if (chosen.size > largestBytes) return setState({ step: "idle", problem: t("tooLarge") });
    setState({ step: "checking" });
    const answer = await send(chosen, {});
    if ("problem" in answer) return setState({ step: "idle", problem: answer.problem });
    setState({ step: "idle", preview: previewSchema.parse(answer.data).preview });
  }

  async function commit(chosen: File, preview: Preview, skip: boolean) {
    setState({ step: "writing", preview });
    const answer = await send(chosen, { plan: preview.plan, skip_invalid: String(skip) });
    if ("problem" in answer) return setState({ step: "idle", preview, problem: answer.problem });
    setState({ step: "idle", committed: committedSchema.parse(answer.data).official_list });
    router.refresh();
  }

  const { preview, committed, problem, step } = state;
  return (
    <section className="flex flex-col gap-4" aria-busy={step !== "idle"}>
      <h2>{t("title")}</h2>
      <p className="max-w-prose text-ink-soft">{t("intro")}</p>
      <label className={`${buttonClass({ variant: "secondary", size: "large" })} relative self-start focus-within:outline-3 focus-within:outline-indigo-800`}>
        {t("choose")}
        <input
          type="file"
          accept=".xlsx,.csv"
          data-testid="list-file"
          disabled={step !== "idle"}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // Emptied, so that the same name chosen again after a correction is looked at again.
            event.target.value = "";
            if (chosen) void check(chosen);
          }}
        />
      </label>
      {file ? <p className="break-all text-sm text-ink-soft">{file.name}</p> : null}
      {step === "checking" ? <p role="status">{t("checking")}</p> : null}
      {problem ? (
        <Notice tone="bad" title={problem} announce data-testid="list-problem">
          <p>{t("nothingStored")}</p>
        </Notice>
      ) : null}
      {preview && file ? <VerdictPanel key={preview.plan} preview={preview} busy={step === "writing"} onCommit={(skip) => void commit(file, preview, skip)} /> : null}
      {committed ? (
        <Notice tone="good" title={t("done", { create: committed.counts.create, update: committed.counts.update })} announce data-testid="list-done">
          <ul>
            {committed.changes.slice(0, 50).map((change) => (
              <li key={change.row}>
                <Link href={`/xac-thuc/${encodeURIComponent(change.certificate_code)}`} className="text-link" data-testid="certificate-link">
                  {change.name}, {change.certificate_code}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </section>
  );
}
