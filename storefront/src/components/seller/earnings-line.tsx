/** One amount of a statement and what it is. */
export function EarningsLine({ name, amount, strong = false, soft = false }: { name: string; amount: string; strong?: boolean; soft?: boolean }) {
  return (
    <div className={`flex justify-between gap-3 py-1 ${strong ? "border-t border-line pt-2 font-semibold" : ""} ${soft ? "text-ink-soft" : ""}`}>
      <dt>{name}</dt>
      <dd className="whitespace-nowrap">{amount}</dd>
    </div>
  );
}
