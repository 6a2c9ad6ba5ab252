"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-field";
import { type ActState, actOnOwnDossier } from "@/lib/seller/dossier/actions";

const start: ActState = { error: null, fields: {}, note: "" };

/** Two taps apart from everything else: open, then confirm. */
export function WithdrawForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("dossier.withdraw");
  const [state, act] = useActionState(actOnOwnDossier.bind(null, id), start);
  return (
    <details open={state.error !== null || undefined} className="rounded border border-line p-4" data-testid="withdraw">
      <summary className="min-h-8 font-semibold">{t("title")}</summary>
      <form action={act} className="mt-3 flex flex-col gap-3">
        <input type="hidden" name="act" value="withdraw" />
        <input type="hidden" name="version" value={version} />
        <p>{t("text")}</p>
        <TextArea label={t("note")} name="note" rows={2} maxLength={4000} defaultValue={state.note} />
        {state.error ? (
          <Notice tone="bad" announce>
            {state.error}
          </Notice>
        ) : null}
        <SubmitButton variant="danger" size="large" wide pendingLabel={t("sending")} data-testid="withdraw-confirm">
          {t("confirm")}
        </SubmitButton>
      </form>
    </details>
  );
}
