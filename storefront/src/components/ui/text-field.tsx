import type { ComponentProps } from "react";
import { controlClass, describedBy, Field } from "./field";

type Props = { label: string; name: string; hint?: string; error?: string; id?: string } & ComponentProps<"input">;

export function TextField({ label, name, hint, error, id = name, className = "", ...rest }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        className={`${controlClass} ${className}`}
        {...rest}
      />
    </Field>
  );
}

type AreaProps = { label: string; name: string; hint?: string; error?: string; id?: string } & ComponentProps<"textarea">;

export function TextArea({ label, name, hint, error, id = name, className = "", ...rest }: AreaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        name={name}
        rows={3}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        className={`${controlClass} ${className}`}
        {...rest}
      />
    </Field>
  );
}
