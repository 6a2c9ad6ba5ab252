/** What a seller chooses for a statement of evidence; empty is the backend's own choice. */
export type EvidenceChoice = { from: string; to: string; set: string };
export const evidenceProblems = ["from", "to", "other"] as const;
export type EvidenceProblem = (typeof evidenceProblems)[number];

const names = ["from", "to", "set"] as const;

/** Only what the backend knows, and only what was filled in. */
export function evidenceQuery(asked: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = asked.get(name)?.trim().slice(0, 40);
    if (value) query.set(name, value);
  }
  return query;
}

/** Which of the two days the backend refused. */
export async function problemOf(answer: Response): Promise<EvidenceProblem> {
  const body = (await answer.json().catch(() => null)) as { fields?: Record<string, unknown> } | null;
  const fields = body?.fields ?? {};
  return "to" in fields ? "to" : "from" in fields ? "from" : "other";
}

type Search = Record<string, string | string[] | undefined>;

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value.slice(0, 40) : "");

/** What the page was asked to show again, and why. */
export function readEvidenceSearch(search: Search): { choice: EvidenceChoice; problem: EvidenceProblem | null } {
  const problem = evidenceProblems.find((name) => name === search.problem) ?? null;
  return { choice: { from: text(search.from), to: text(search.to), set: text(search.set) }, problem };
}

/** Twelve months up to today in Viet Nam. */
export function usualPeriod(now: Date): { from: string; to: string } {
  const to = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const [year = 0, month = 1] = to.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
  return { from: first, to };
}
