import type { ReactNode } from "react";

/** Names and values under each other on a phone, beside each other on a desk; what is empty is left out. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const given = facts.filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false);
  if (given.length === 0) return null;
  return (
    <dl className="flex flex-col">
      {given.map(([name, value]) => (
        <div key={name} className="border-t border-line py-1.5 first:border-0 sm:grid sm:grid-cols-[14rem_1fr] sm:gap-4">
          <dt className="text-sm text-ink-soft sm:pt-0.5">{name}</dt>
          <dd className="whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
