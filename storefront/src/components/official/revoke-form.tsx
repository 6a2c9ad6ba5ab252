"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { revokeRight } from "@/lib/official/register-acts";
import { useAct } from "./use-act";

/** Withdraws a right by a document, from a day on. */
export function RevokeForm({ id }: { id: string }) {
  const t = useTranslations("official.rights");
  const { state, working, run } = useAct();
  const [text, setText] = useState({ revoked_on: "", document_no: "", reason: "" });
  const field = (name: keyof typeof text) => ({
    id: `${id}-${name}`,
    name,
    value: text[name],
    error: state.fields[name],
    onChange: (event: { target: { value: string } }) => setText({ ...text, [name]: event.target.value }),
  });
  return (
    <details className="screen-only text-sm" data-testid="revoke">
      <summary className="min-h-8 py-1 text-link">{t("revoke")}</summary>
      <form
        noValidate
        className="flex flex-col gap-3 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => revokeRight(id, text));
        }}
      >
        {state.error ? <p role="alert" className="font-semibold text-brick-600">{state.error}</p> : null}
        <TextField {...field("revoked_on")} type="date" label={t("revokedOn")} />
        <TextField {...field("document_no")} label={t("revokeDocument")} autoComplete="off" />
        <TextArea {...field("reason")} label={t("revokeReason")} />
        <Button type="submit" variant="danger" disabled={working}>
          {t(working ? "working" : "revokeSubmit")}
        </Button>
      </form>
    </details>
  );
}
