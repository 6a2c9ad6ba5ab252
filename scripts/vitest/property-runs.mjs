// Properties draw a hundred cases each; PROPERTY_RUNS=20000 draws more, for whoever looks for the rare one.
const runs = Number(process.env.PROPERTY_RUNS ?? 0);
if (runs > 0) {
  const { default: fc } = await import("fast-check");
  fc.configureGlobal({ numRuns: runs });
}
