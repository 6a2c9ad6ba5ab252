"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { Notice } from "@/components/ui/notice";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { type ActState, actOnRegister, type RegisterTarget } from "@/lib/official/desk-acts";

export type ActField = {
  name: string;
  label: string;
  kind: "text" | "date" | "area" | "select" | "hidden" | "url";
  hint?: string;
  options?: Option[];
  value?: string;
  optional?: boolean;
  min?: string;
  max?: string;
};

type Props = {
  target: RegisterTarget;
  fields?: ActField[];
  submit: string;
  /** What is said once it is done. */
  done: string;
  look?: "primary" | "secondary" | "danger";
  "data-testid": string;
};

const start: ActState = { error: null, fields: {}, values: {}, done: false, warnings: [] };

/** One act on a product of the register: its fields, what went wrong with them, and what its author should know once it is written. */
export function ActForm({ target, fields = [], submit, done, look = "primary", ...rest }: Props) {
  const t = useTranslations("desk.act");
  const router = useRouter();
  const id = useId();
  const [state, send] = useActionState<ActState, FormData>(async (_previous, form) => {
    try {
      const answer = await actOnRegister(target, form);
      if (answer.done) router.refresh();
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      const values = Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value)]));
      return { ...start, values, error: t("network") };
    }
  }, start);
  const warned = state.warnings.map((code) => {
    const [name = "", days = "0"] = code.split(":");
    return t.has(`warnings.${name}`) ? t(`warnings.${name}`, { days: Number(days) }) : name;
  });
  return (
    <form action={send} className="flex flex-col gap-3" {...rest}>
      {state.error ? (
        <Notice tone="bad" title={state.error} announce data-testid="act-error">
          <p>{t("nothingWritten")}</p>
        </Notice>
      ) : null}
      {state.done ? (
        <Notice tone={warned.length > 0 ? "warning" : "good"} title={done} announce data-testid="act-done">
          {warned.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      ) : null}
      {fields.map(({ kind, optional, value, options = [], label, ...field }) => {
        const common = { ...field, label, id: `${id}-${field.name}`, error: state.fields[field.name], required: !optional };
        const typed = state.values[field.name] ?? value ?? "";
        if (kind === "hidden") return <input key={field.name} type="hidden" name={field.name} value={value} />;
        const { min: _min, max: _max, ...plain } = common;
        if (kind === "select") return <Select key={`${field.name}${typed}`} {...plain} options={options} placeholder={value ? undefined : t("choose")} defaultValue={typed} />;
        if (kind === "area") return <TextArea key={field.name} {...plain} defaultValue={typed} maxLength={1000} />;
        return <TextField key={field.name} {...common} type={kind} defaultValue={typed} maxLength={kind === "date" ? undefined : 300} autoComplete="off" />;
      })}
      <SubmitButton variant={look} className="self-start" pendingLabel={t("sending")}>
        {submit}
      </SubmitButton>
    </form>
  );
}
