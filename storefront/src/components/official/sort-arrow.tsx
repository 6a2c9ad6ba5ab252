/** Beside the heading a table is sorted by; drawn, for not every font has arrows. What it says, `aria-sort` says too. */
export function SortArrow({ down }: { down: boolean }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true" fill="currentColor">
      <path d={down ? "M1 3h10L6 10z" : "M1 9h10L6 2z"} />
    </svg>
  );
}
