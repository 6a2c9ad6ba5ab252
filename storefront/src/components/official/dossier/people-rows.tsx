"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";

export type Person = { official_id?: string; name: string; organisation: string; role?: string };
type Props = {
  name: string;
  label: string;
  people?: readonly Person[];
  /** Rows shown to begin with; councils need three at least. */
  least: number;
  most: number;
  roles?: readonly string[];
  values: Record<string, string>;
  errors: Record<string, string>;
};

/** People, one row each: who is known stands with the name, somebody new is asked for name and phone. */
export function PeopleRows({ name, label, people = [], least, most, roles, values, errors }: Props) {
  const t = useTranslations("dossier.people");
  const [rows, setRows] = useState(() => Array.from({ length: Math.max(least, people.length) }, (_, row) => row));
  const [next, setNext] = useState(rows.length);
  const typed = (row: number, part: string) => values[`${name}.${row}.${part}`];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-semibold">{label}</legend>
      {errors[name] ? <p role="alert" className="text-sm font-semibold text-brick-600">{errors[name]}</p> : null}
      {rows.map((row, position) => {
        const known = people[row];
        const field = (part: string) => ({ name: `${name}.${row}.${part}`, id: `${name}-${row}-${part}`, "data-testid": `${name}-${position}-${part}`, error: errors[`${name}.${position}.${part}`] });
        return (
          <div key={row} role="group" aria-label={t("person", { number: position + 1 })} className="grid gap-2 rounded border border-line p-3 sm:grid-cols-2 lg:grid-cols-4 lg:items-start">
            {known?.official_id ? (
              <p className="flex min-h-12 items-end pb-2 font-semibold lg:col-span-2">
                {known.name}
                <input type="hidden" name={`${name}.${row}.official_id`} value={known.official_id} />
              </p>
            ) : (
              <>
                <TextField {...field("name")} label={t("name")} defaultValue={typed(row, "name") ?? ""} autoComplete="off" maxLength={200} />
                <TextField {...field("phone")} label={t("phone")} type="tel" inputMode="tel" defaultValue={typed(row, "phone") ?? ""} autoComplete="off" maxLength={20} />
              </>
            )}
            <TextField {...field("organisation")} label={t("organisation")} defaultValue={typed(row, "organisation") ?? known?.organisation ?? ""} autoComplete="off" maxLength={300} />
            <div className="flex items-end gap-2">
              {roles ? (
                <div className="grow">
                  <Select
                    {...field("role")}
                    label={t("role")}
                    options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
                    defaultValue={typed(row, "role") ?? known?.role ?? (position === 0 ? "chair" : position === 1 ? "secretary" : "member")}
                  />
                </div>
              ) : null}
              {rows.length > 1 ? (
                <Button variant="quiet" onClick={() => setRows((now) => now.filter((one) => one !== row))} aria-label={t("removeNumber", { number: position + 1 })}>
                  {t("remove")}
                </Button>
              ) : null}
            </div>
          </div>
        );
      })}
      {rows.length < most ? (
        <Button
          variant="secondary"
          className="self-start"
          data-testid={`${name}-add`}
          onClick={() => {
            setRows((now) => [...now, next]);
            setNext((now) => now + 1);
          }}
        >
          {t("add")}
        </Button>
      ) : null}
    </fieldset>
  );
}
