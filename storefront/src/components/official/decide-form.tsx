"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { decideCertificate } from "@/lib/official/register-acts";
import { useAct } from "./use-act";

type Act = "confirm" | "reject" | "revoke";

/** The acts that are open on a paper, each behind its own word. */
export function DecideForm({ id, acts, seen = null }: { id: string; acts: Act[]; /** SHA-256 of the scan on this page */ seen?: string | null }) {
  return acts.map((act) => <OneAct key={act} id={id} act={act} seen={seen} />);
}

function OneAct({ id, act, seen }: { id: string; act: Act; seen: string | null }) {
  const t = useTranslations("official.certificates");
  const rights = useTranslations("official.rights");
  const { state, working, run } = useAct();
  const [text, setText] = useState({ reason: "", revoked_on: "" });
  const field = (name: keyof typeof text) => ({
    id: `${id}-${act}-${name}`,
    name,
    value: text[name],
    error: state.fields[name],
    "data-testid": `${act}-${name}`,
    onChange: (event: { target: { value: string } }) => setText({ ...text, [name]: event.target.value }),
  });
  const reason = {
    confirm: { label: t("note"), hint: t("noteHint") },
    reject: { label: t("rejectReason"), hint: t("rejectHint") },
    revoke: { label: rights("revokeReason") },
  }[act];
  return (
    <details className="screen-only text-sm" data-testid={act}>
      <summary className="min-h-8 py-1 text-link">{t(act)}</summary>
      <form
        noValidate
        className="flex flex-col gap-3 py-2"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => decideCertificate(id, { act, ...text, seen }));
        }}
      >
        {state.error && Object.keys(state.fields).length === 0 ? <p role="alert" className="font-semibold text-brick-600">{state.error}</p> : null}
        {act === "revoke" ? <TextField {...field("revoked_on")} type="date" label={rights("revokedOn")} /> : null}
        <TextArea {...field("reason")} {...reason} />
        <Button type="submit" variant={act === "confirm" ? "primary" : "danger"} disabled={working} data-testid={`${act}-submit`}>
          {working ? t("working") : t(act)}
        </Button>
      </form>
    </details>
  );
}
