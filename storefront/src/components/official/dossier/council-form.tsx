"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { Council } from "@/lib/dossier/types";
import { saveCouncil, type SentForm } from "@/lib/official/dossier/actions";
import { PeopleRows } from "./people-rows";

const start: SentForm = { error: null, fields: {}, values: {}, done: false };
const roles = ["chair", "secretary", "member"] as const;

/** The decision that appoints a council, and its people. Somebody new can log in with their phone at once. */
export function CouncilForm({ council }: { council: Council | null }) {
  const t = useTranslations("dossier.councils");
  const [state, save, pending] = useActionState(saveCouncil, start);
  const field = (name: "name" | "decision_no" | "decided_on") => ({
    name,
    "data-testid": `council-${name}`,
    label: t(`fields.${name}`),
    error: state.fields[name],
    defaultValue: state.values[name] ?? council?.[name] ?? "",
    autoComplete: "off",
  });
  return (
    <form
      action={save}
      noValidate
      // Sent by hand: React would empty a form it sends itself, and refusals must keep what was typed.
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => save(form));
      }}
      className="flex flex-col gap-4"
      data-testid="council-form"
    >
      {council ? (
        <>
          <input type="hidden" name="id" value={council.id} />
          <input type="hidden" name="version" value={council.version} />
        </>
      ) : null}
      <div className="grid gap-4 lg:grid-cols-[2fr_1fr_1fr]">
        <TextField {...field("name")} maxLength={300} hint={t("nameHint")} />
        <TextField {...field("decision_no")} maxLength={100} />
        <TextField {...field("decided_on")} type="date" />
      </div>
      <PeopleRows
        name="members"
        label={t("members")}
        people={council?.members.map(({ official_id, name, organisation, role }) => ({ official_id, name, organisation: organisation ?? "", role }))}
        least={council ? 0 : 5}
        most={30}
        roles={roles}
        values={state.values}
        errors={state.fields}
      />
      {state.error ? (
        <Notice tone="bad" title={state.error} announce data-testid="council-problem">
          <p>{t("kept")}</p>
        </Notice>
      ) : null}
      <Button type="submit" size="large" className="self-start" disabled={pending} aria-busy={pending} data-testid="save-council">
        {pending ? t("saving") : t("save")}
      </Button>
    </form>
  );
}
