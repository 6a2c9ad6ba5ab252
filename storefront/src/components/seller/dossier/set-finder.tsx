"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { findSets } from "@/lib/dossier/find-set";
import type { DossierOptions } from "@/lib/dossier/types";

type Props = { sets: DossierOptions["product_sets"]; chosen: number | null; onChoose: (setNo: number) => void; error?: string };

/** The 26 product sets: which one decides by which criteria the product is rated. Found by everyday words. */
export function SetFinder({ sets, chosen, onChoose, error }: Props) {
  const t = useTranslations("dossier.new");
  const words = useTranslations("dossier.setWords");
  const [typed, setTyped] = useState("");
  const found = findSets(sets, typed, (no) => (words.has(String(no)) ? words(String(no)) : ""));
  const shown = found.some((set) => set.set_no === chosen) ? found : [...sets.filter((set) => set.set_no === chosen), ...found];
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby="set-error">
      <legend className="mb-1 font-semibold">{t("set")}</legend>
      <TextField label={t("findSet")} name="set-words" data-testid="find-set" hint={t("findSetHint")} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <div className="flex max-h-96 flex-col overflow-y-auto rounded border border-line" data-testid="sets">
        {found.length === 0 ? <p className="p-3 text-ink-soft">{t("noSet")}</p> : null}
        {shown.map((set) => (
          <label key={set.set_no} className="flex min-h-12 shrink-0 cursor-pointer gap-3 border-b border-line bg-card p-3 last:border-0 has-checked:bg-tea-100">
            <input
              type="radio"
              name="product_set_no"
              value={set.set_no}
              checked={chosen === set.set_no}
              onChange={() => onChoose(set.set_no)}
              data-testid={`set-${set.set_no}`}
              className="mt-1 size-5 shrink-0 accent-tea-700"
            />
            <span>
              <span className="font-semibold">
                {set.set_no}. {set.name}
              </span>
              <span className="block text-sm text-ink-soft">{[set.industry, set.group_name, set.subgroup].filter(Boolean).join(" › ")}</span>
            </span>
          </label>
        ))}
      </div>
      <p id="set-error" role="alert" className="text-sm font-semibold text-brick-600 empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
