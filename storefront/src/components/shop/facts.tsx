import type { ReactNode } from "react";

export type Fact = { term: string; value: ReactNode };

/** Names and values in two columns; what has no value is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[minmax(9rem,auto)_1fr]">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== "")
        .map(({ term, value }) => (
          <div key={term} className="sm:contents">
            <dt className="text-sm text-ink-soft sm:pt-0.5">{term}</dt>
            <dd className="font-semibold max-sm:mb-1">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
