"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldsProps } from "./listing-fields";
import { WholeNumberField } from "./whole-number-field";

/** How much is in one bag or bottle: weighed or measured, never both. */
export function AmountField({ text, errors, onChange }: FieldsProps) {
  const t = useTranslations("seller.listingForm");
  const [chosen, setChosen] = useState<"weight" | "volume" | null>(null);
  const kind = chosen ?? (text.net_volume_ml ? "volume" : "weight");
  const name = kind === "weight" ? "net_weight_grams" : "net_volume_ml";
  const choices = [
    { kind: "weight", label: t("byWeight") },
    { kind: "volume", label: t("byVolume") },
  ] as const;
  return (
    <div className="flex flex-col gap-2">
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="sr-only">{t("amountKind")}</legend>
        {choices.map((choice) => (
          <label
            key={choice.kind}
            className="flex min-h-12 items-center justify-center gap-2 rounded border border-edge bg-card px-2 text-center has-checked:border-tea-700 has-checked:bg-tea-100 has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-indigo-800"
          >
            <input
              type="radio"
              name="amount_kind"
              className="sr-only"
              checked={kind === choice.kind}
              onChange={() => {
                setChosen(choice.kind);
                onChange(choice.kind === "weight" ? { net_volume_ml: "" } : { net_weight_grams: "" });
              }}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
      <WholeNumberField
        name={name}
        label={t(kind, { unit: text.unit || t("anyUnit") })}
        hint={t("amountHint")}
        value={text[name]}
        error={errors[name]}
        onValue={(value) => onChange({ [name]: value })}
      />
    </div>
  );
}
