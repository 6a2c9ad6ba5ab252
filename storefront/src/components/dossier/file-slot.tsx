"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { acceptedFiles, fileSize } from "@/lib/dossier/file-rules";
import { send } from "@/lib/dossier/send";
import type { Attachment } from "@/lib/dossier/types";
import { useUploads } from "./use-uploads";

type Props = {
  door: "seller" | "official";
  dossierId: string;
  kind: string;
  criterion?: string;
  /** What this place already holds at the backend. */
  files: Attachment[];
  /** What the button adds to, for a screen reader: many such buttons stand on one page. */
  what: string;
};

/** One place for files: those that are there, those on their way, and a button for more. */
export function FileSlot({ door, dossierId, kind, criterion, files, what }: Props) {
  const t = useTranslations("dossier.files");
  const locale = useLocale();
  const router = useRouter();
  const { uploads, add, retry, drop } = useUploads({ door, dossierId, kind, criterion }, { tooLarge: t("tooLarge"), failed: t("failed") });
  const [problem, setProblem] = useState("");

  async function remove(file: Attachment) {
    if (!window.confirm(t("confirmRemove", { name: file.filename }))) return;
    const answer = await send(`/api/${door}/dossiers/${dossierId}/attachments/${file.id}`, { method: "DELETE", language: locale }, () => null);
    setProblem(answer.ok ? "" : answer.message || t("failed"));
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-1">
      <ul className="flex flex-col">
        {files.map((file) => (
          <li key={file.id} className="flex items-center gap-2 border-t border-line first:border-0" data-testid="attachment">
            <a href={`/api/${door}/dossiers/${dossierId}/attachments/${file.id}`} download className="inline-flex min-h-12 min-w-0 grow items-center gap-2 text-link">
              <Icon name="document" className="size-5" />
              <span className={`min-w-0 break-all ${file.withdrawn_at ? "line-through" : ""}`}>{file.filename}</span>
            </a>
            <span className="text-sm whitespace-nowrap text-ink-soft">{fileSize(file.bytes, locale)}</span>
            {file.withdrawn_at ? null : (
              <button type="button" onClick={() => void remove(file)} aria-label={t("remove", { name: file.filename })} className="grid size-12 shrink-0 place-items-center text-ink-soft">
                <Icon name="cross" className="size-5" />
              </button>
            )}
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.name} className="border-t border-line py-2 first:border-0" data-testid="upload" data-state={upload.state}>
            <p className="break-all">{upload.filename}</p>
            <p className={`text-sm ${upload.state === "failed" || upload.state === "refused" ? "font-semibold text-brick-600" : "text-ink-soft"}`} role="status">
              {upload.message || t(upload.state)}
            </p>
            {upload.state === "failed" ? <button type="button" className="mr-4 min-h-12 text-link" onClick={() => retry(upload.name)}>{t("again")}</button> : null}
            {upload.state === "failed" || upload.state === "refused" ? <button type="button" className="min-h-12 text-link" onClick={() => drop(upload.name)}>{t("leaveOut")}</button> : null}
          </li>
        ))}
      </ul>
      {problem ? <p role="alert" className="text-sm font-semibold text-brick-600">{problem}</p> : null}
      <label className="relative inline-flex min-h-12 items-center gap-2 self-start rounded border border-edge bg-card px-4 font-semibold focus-within:outline-3 focus-within:outline-indigo-800">
        <Icon name="plus" className="size-5" />
        {files.length + uploads.length === 0 ? t("add") : t("addMore")}
        <span className="sr-only">: {what}</span>
        <input
          type="file"
          multiple
          accept={acceptedFiles}
          data-testid={`file-${criterion ?? kind}`}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={(event) => {
            void add([...(event.target.files ?? [])]);
            // Emptied, so that the same name chosen again after a correction is looked at again.
            event.target.value = "";
          }}
        />
      </label>
    </div>
  );
}
