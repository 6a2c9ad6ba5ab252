"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import { formatDate } from "@/lib/format/date";
import { actOnDossier, type SentForm } from "@/lib/official/dossier/actions";
import { type ActField, actFields, datesBeforeSubmission, type FormAct } from "@/lib/official/dossier/act-fields";
import { PeopleRows } from "./people-rows";

export type ActChoices = {
  councils: { value: string; label: string }[];
  seats: { value: string; label: string }[];
  /** What a field holds before anybody types: a report written before, the form the law names, today. */
  initial: Record<string, string>;
};
type Props = { id: string; version: number; submittedOn: string | null; act: FormAct; choices: ActChoices };

const start: SentForm = { error: null, fields: {}, values: {}, done: false };
const grave: readonly FormAct[] = ["refuse", "recuse", "return_to_producer", "return_to_province", "reopen_sheet"];

/** The short form of one act. A refusal, a lost link, somebody else's change: everything typed stays. */
export function ActForm({ id, version, submittedOn, act, choices }: Props) {
  const t = useTranslations("dossier.acts");
  const [state, send, pending] = useActionState(actOnDossier, start);
  const locale = useLocale();
  const [early, setEarly] = useState<string[]>([]);
  const error = (name: string) => state.fields[name] ?? Object.entries(state.fields).find(([path]) => path.endsWith(`.${name}`))?.[1];

  function control(field: ActField) {
    const { name, type, required } = field;
    const shared = {
      name,
      id: `${act}-${name}`,
      "data-testid": `${act}-${name}`,
      label: required ? t(`fields.${name}`) : t("optional", { field: t(`fields.${name}`) }),
      error: error(name),
      defaultValue: state.values[name] ?? choices.initial[name] ?? "",
    };
    if (type === "people") return <PeopleRows key={name} name={name} label={t(`fields.${name}`)} least={1} most={15} values={state.values} errors={state.fields} />;
    if (type === "long") return <TextArea key={name} {...shared} rows={act === "report" ? 5 : 3} maxLength={5000} required={required} />;
    if (type === "choice") {
      return <Select key={name} {...shared} options={(field.values ?? []).map((value) => ({ value, label: t(`choices.${value}`) }))} />;
    }
    if (type === "council" || type === "seat") {
      const options = type === "council" ? choices.councils : choices.seats;
      return <Select key={name} {...shared} options={options} placeholder={t("choose")} />;
    }
    return <TextField key={name} {...shared} type={type === "date" ? "date" : "text"} inputMode={type === "number" ? "numeric" : undefined} autoComplete="off" maxLength={300} required={required} />;
  }

  return (
    <form
      action={send}
      noValidate
      // Sent by hand: React would empty a form it sends itself, and refusals must keep what was typed.
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => send(form));
      }}
      onChange={(event) => setEarly(datesBeforeSubmission(act, new FormData(event.currentTarget), submittedOn))}
      className="flex max-w-3xl flex-col gap-3 pt-2 pb-4"
      data-testid={`form-${act}`}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="version" value={version} />
      {t.has(`about.${act}`) ? <p className="text-sm text-ink-soft">{t(`about.${act}`)}</p> : null}
      {actFields[act].map(control)}
      {state.error ? (
        <Notice tone="bad" title={state.error} announce data-testid={`problem-${act}`}>
          <p>{t("kept")}</p>
        </Notice>
      ) : null}
      {early.length > 0 && submittedOn ? (
        <Notice tone="info" announce title={t("early", { fields: early.map((name) => t(`fields.${name}`)).join(", "), date: formatDate(submittedOn, locale) })} data-testid={`early-${act}`} />
      ) : null}
      <Button type="submit" size="large" variant={grave.includes(act) ? "danger" : "primary"} disabled={pending} aria-busy={pending} className="self-start" data-testid={`do-${act}`}>
        {pending ? t("sending") : t(`do.${act}`)}
      </Button>
    </form>
  );
}
