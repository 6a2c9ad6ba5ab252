"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import { organisationKinds } from "@/lib/dossier/names";
import type { Patch } from "@/lib/dossier/patch";
import { formatPhone } from "@/lib/format/phone";
import { type FieldName, fieldsOf, type FormStep as Step, longFields } from "@/lib/dossier/steps";
import type { Dossier, DossierForm } from "@/lib/dossier/types";
import { HoldsFields } from "./holds-fields";
import { SavingLine } from "./saving-line";
import { SensitiveFields } from "./sensitive-fields";
import { StepButtons, type Neighbours } from "./step-buttons";
import { useSaving } from "./use-saving";

type Props = {
  dossier: Pick<Dossier, "id" | "version" | "kind" | "form" | "missing" | "samples_required"> & { windowStatus: string | null };
  step: Step;
  neighbours: Neighbours;
};

/** One step of the dossier that is words. Everything typed is kept and saved while it is typed. */
export function FormStep({ dossier, step, neighbours }: Props) {
  const t = useTranslations("dossier");
  const [form, setForm] = useState<DossierForm>(dossier.form);
  const restore = (kept: Patch) => setForm((now) => ({ ...now, ...kept.form }));
  const { writer, state } = useSaving(dossier.id, dossier.version, restore);
  const missing = state.latest?.missing ?? dossier.missing;

  function change(part: Partial<DossierForm>) {
    setForm((now) => ({ ...now, ...part }));
    writer.change({ form: part, self_assessment: {} });
  }

  /** A refusal is said in full; what is only not filled yet is said quietly, under the field. */
  const field = (name: FieldName) => {
    const gap = missing.find(({ field: path }) => path === `form.${name}`);
    return {
      name,
      id: `field-${name}`,
      "data-testid": `field-${name}`,
      label: t(`fields.${name}`),
      hint: [t.has(`hints.${name}`) ? t(`hints.${name}`) : "", gap ? t("stillNeeded") : ""].filter(Boolean).join(" ") || undefined,
      error: state.fields[`form.${name}`],
    };
  };
  const text = (name: FieldName) => (name === "phone" ? formatPhone(form.phone ?? "") : String(form[name] ?? ""));
  const onText = (name: FieldName) => ({
    value: text(name),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value.trim() === "" ? null : event.target.value }),
  });

  return (
    <div className="flex flex-col gap-5" data-testid={`step-${step}`}>
      {fieldsOf(step, dossier.kind, dossier.windowStatus).map((name) => {
        if (name === "organisation_kind") {
          const options = organisationKinds.map((value) => ({ value, label: t(`organisations.${value}`) }));
          return <Select key={name} {...field(name)} {...onText(name)} options={options} placeholder={t("choose")} />;
        }
        if (name === "samples") {
          if (!dossier.samples_required) return null;
          return (
            <TextField
              key={name}
              {...field(name)}
              inputMode="numeric"
              autoComplete="off"
              value={text(name)}
              onChange={(event) => change({ samples: wholeNumber(event.target.value) })}
            />
          );
        }
        if (name === "registered_on") return <TextField key={name} type="date" max="2100-12-31" {...field(name)} {...onText(name)} />;
        if (name === "other_ip") {
          return (
            <div key={name} className="flex flex-col gap-5">
              <HoldsFields value={form.holds} onChange={(holds) => change({ holds })} />
              <TextField {...field(name)} {...onText(name)} maxLength={300} />
            </div>
          );
        }
        if (longFields.includes(name)) return <TextArea key={name} rows={6} maxLength={10_000} {...field(name)} {...onText(name)} />;
        return <TextField key={name} maxLength={300} autoComplete="off" {...kindOf(name)} {...field(name)} {...onText(name)} />;
      })}
      {step === "chu-the" ? <SensitiveFields form={form} errors={state.fields} onChange={change} /> : null}
      <SavingLine writer={writer} state={state} here={`/ban-hang/ho-so/${dossier.id}/${step}`} />
      <StepButtons writer={writer} neighbours={neighbours} />
    </div>
  );
}

function wholeNumber(typed: string): number | null {
  const digits = typed.replace(/\D/g, "").slice(0, 3);
  return digits === "" ? null : Number(digits);
}

function kindOf(name: FieldName): { type?: string; inputMode?: "tel" | "email" } {
  if (name === "phone") return { type: "tel", inputMode: "tel" };
  if (name === "email") return { type: "email", inputMode: "email" };
  return {};
}
