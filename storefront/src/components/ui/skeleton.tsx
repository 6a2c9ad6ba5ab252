/** Grey in the size of what is coming, so nothing jumps when it arrives. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={`block animate-pulse rounded bg-line ${className}`} />;
}
