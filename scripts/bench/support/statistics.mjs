/** The smallest value that at least `share` of all values do not exceed (nearest rank). */
export function percentile(values, share) {
  if (values.length === 0) return NaN;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const rounded = (value) => Math.round(value * 10) / 10;

/** { p50, p95, p99 } in milliseconds, with one decimal. */
export function latencies(values) {
  return { p50_ms: rounded(percentile(values, 0.5)), p95_ms: rounded(percentile(values, 0.95)), p99_ms: rounded(percentile(values, 0.99)) };
}
