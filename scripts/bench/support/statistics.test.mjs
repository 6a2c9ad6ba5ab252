import fc from "fast-check";
import { expect, test } from "vitest";
import { latencies, percentile } from "./statistics.mjs";

test("percentiles are values that were measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(latencies(hundred)).toEqual({ p50_ms: 50, p95_ms: 95, p99_ms: 99 });
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test("at least the asked share is not above a percentile, and less than that share is below it", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
    const value = percentile(values, share);
    expect(values).toContain(value);
    expect(values.filter((one) => one <= value).length).toBeGreaterThanOrEqual(share * values.length);
    expect(values.filter((one) => one < value).length).toBeLessThan(share * values.length);
  }));
});
