"use client";

import { useState, type ComponentProps } from "react";
import { groupDigits, onlyDigits } from "@/lib/format/digits";
import { controlClass, describedBy, Field } from "./field";

type Props = {
  label: string;
  name: string;
  hint?: string;
  error?: string;
  /** What stands after the number: "₫", "gam", "hộp". */
  suffix?: string;
  initial?: number | string;
  onNumber?: (value: number | null) => void;
} & Omit<ComponentProps<"input">, "value" | "defaultValue" | "type" | "onChange">;

/**
 * A whole number with dots every three digits while it is typed (1.250.000).
 * The form sends the bare digits under `name`; without scripts it is an ordinary field.
 */
export function NumberField({ label, name, hint, error, suffix, initial, onNumber, id = name, ...rest }: Props) {
  const [digits, setDigits] = useState(onlyDigits(String(initial ?? "")));
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <span className="relative block">
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={groupDigits(digits)}
          onChange={(event) => {
            const next = onlyDigits(event.target.value).slice(0, 12);
            setDigits(next);
            onNumber?.(next === "" ? null : Number(next));
          }}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy({ id, hint, error })}
          className={`${controlClass} ${suffix ? "pr-14" : ""}`}
          {...rest}
        />
        {suffix ? (
          <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-ink-soft">{suffix}</span>
        ) : null}
      </span>
      <input type="hidden" name={name} value={digits} />
    </Field>
  );
}

/** đồng, always whole. */
export function MoneyField(props: Omit<Props, "suffix">) {
  return <NumberField suffix="₫" {...props} />;
}
