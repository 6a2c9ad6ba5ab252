/**
 * `connections` buyers, each beginning the next journey when the last one has ended, for `seconds` and until `fewest` were
 * begun; what is under way then is still finished and counted. Resolves to { finished: [{ total, steps }], errors, seconds }.
 */
export async function closedLoop({ connections, seconds, fewest = 0, journey }) {
  const finished = [];
  const errors = new Map();
  const startedAt = performance.now();
  let begunJourneys = 0;
  const buyer = async () => {
    while (performance.now() - startedAt < seconds * 1000 || begunJourneys < fewest) {
      begunJourneys += 1;
      const steps = {};
      const begun = performance.now();
      try {
        await journey(timer(steps));
        finished.push({ total: performance.now() - begun, steps });
      } catch (error) {
        errors.set(error.message, (errors.get(error.message) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, buyer));
  return { finished, errors, seconds: (performance.now() - startedAt) / 1000 };
}

/** Times named steps; one that happens several times in a journey is summed. */
function timer(steps) {
  return async (name, work) => {
    const begun = performance.now();
    const result = await work();
    steps[name] = (steps[name] ?? 0) + performance.now() - begun;
    return result;
  };
}
