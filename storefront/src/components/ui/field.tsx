import type { ReactNode } from "react";

export const controlClass =
  "block min-h-12 w-full rounded border border-edge bg-card px-3 py-2 text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-brick-600";

type Props = {
  /** The control's id; hint and error are tied to it. */
  id: string;
  label: string;
  hint?: string;
  error?: string;
  children: ReactNode;
};

export function describedBy({ id, hint, error }: { id: string; hint?: string; error?: string }): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}

/** A label above, the control, a hint, and what is wrong in words right under it. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-sm font-semibold text-brick-600">
          {error}
        </p>
      ) : null}
    </div>
  );
}
