import { useLocale, useTranslations } from "next-intl";
import { fileSize } from "@/lib/dossier/file-rules";
import { evidenceKinds } from "@/lib/dossier/names";
import type { Attachment } from "@/lib/dossier/types";

type Props = { door: "seller" | "official"; dossierId: string; attachments: readonly Attachment[] };

/** Files by what they are for, in the order of the decision's table; those taken back are struck through. */
export function AttachmentList({ door, dossierId, attachments }: Props) {
  const t = useTranslations("dossier");
  const sorted = [...attachments].sort((a, b) => evidenceKinds.indexOf(a.kind) - evidenceKinds.indexOf(b.kind) || a.added_at.localeCompare(b.added_at));
  if (sorted.length === 0) return <p className="pb-3 text-ink-soft">{t("files.none")}</p>;
  return (
    <ul className="flex flex-col pb-2">
      {sorted.map((file) => (
        <li key={file.id} className="border-t border-line py-1 first:border-0" data-testid="file">
          <FileLink door={door} dossierId={dossierId} file={file} />
          <p className="text-sm text-ink-soft">
            {file.criterion ? t("files.forCriterion", { no: file.criterion }) : t(`evidence.kinds.${file.kind}.name`)}
            {file.added_by === "producer" ? null : ` · ${t(`timeline.roles.${file.added_by}`)}`}
            {file.note ? ` · ${file.note}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function FileLink({ door, dossierId, file }: { door: "seller" | "official"; dossierId: string; file: Attachment }) {
  const locale = useLocale();
  return (
    <a href={`/api/${door}/dossiers/${dossierId}/attachments/${file.id}`} download className="inline-flex min-h-11 items-center gap-2 text-link">
      <span className={`break-all ${file.withdrawn_at ? "line-through" : ""}`}>{file.filename}</span>
      <span className="text-sm whitespace-nowrap text-ink-soft">{fileSize(file.bytes, locale)}</span>
    </a>
  );
}
