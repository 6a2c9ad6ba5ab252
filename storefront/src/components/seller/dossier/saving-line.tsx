"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/link";
import { stepOfMissing } from "@/lib/dossier/steps";
import type { DossierWriter, WriterState } from "@/lib/dossier/writer";

type Props = { writer: DossierWriter; state: WriterState; here: string };

/** Where what was written is: sent, on its way, on this device; and what to do when it cannot be sent. */
export function SavingLine({ writer, state, here }: Props) {
  const t = useTranslations("dossier.saving");
  const overview = here.slice(0, here.lastIndexOf("/"));
  if (state.status === "changed") {
    return (
      <Notice tone="warning" title={t("changed")} announce data-testid="dossier-changed">
        <p>{t("changedText")}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          <Button onClick={() => void writer.saveOntoTheirs()} data-testid="save-onto-theirs">{t("saveMine")}</Button>
          <Button variant="secondary" onClick={() => window.location.reload()}>{t("lookFirst")}</Button>
        </p>
      </Notice>
    );
  }
  if (state.status === "session") {
    return (
      <Notice tone="warning" title={t("session")} announce>
        <Link href={`/ban-hang/dang-nhap?next=${encodeURIComponent(here)}&expired=1`} className="inline-flex min-h-12 items-center text-link">
          {t("logIn")}
        </Link>
      </Notice>
    );
  }
  if (state.status === "refused") {
    return (
      <Notice tone="bad" title={state.message || t("refused")} announce data-testid="dossier-refused">
        <ul>
          {Object.entries(state.fields).map(([field, message]) => (
            <li key={field}>
              <Link href={`${overview}/${stepOfMissing(field)}`} className="inline-flex min-h-11 items-center text-link">
                {message}
              </Link>
            </li>
          ))}
        </ul>
        <p>{t("refusedText")}</p>
      </Notice>
    );
  }
  return (
    <p role="status" data-testid="saving" data-status={state.status} className="text-sm text-ink-soft">
      {t(state.status)}
    </p>
  );
}
