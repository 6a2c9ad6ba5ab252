import type { ComponentProps } from "react";
import { controlClass, describedBy, Field } from "./field";

export type Option = { value: string; label: string };

type Props = {
  label: string;
  name: string;
  options: Option[];
  /** Shown first, with an empty value. */
  placeholder?: string;
  hint?: string;
  error?: string;
} & ComponentProps<"select">;

/** The phone's own list: big, known, and searchable where the phone can. */
export function Select({ label, name, options, placeholder, hint, error, id = name, className = "", ...rest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        className={`${controlClass} ${className}`}
        {...rest}
      >
        {placeholder ? <option value="">{placeholder}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
