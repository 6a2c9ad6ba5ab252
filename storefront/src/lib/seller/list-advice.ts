export type ListAdvice = "key" | "later" | "desk";

/**
 * What a shop can do about a list of transfers that was not taken whole (the code of the backend's ListError): its key
 * is refused, so it looks at the key; rows that can't be read lie with the officials; anything else passes by itself.
 */
export function listAdvice(problem: string): ListAdvice {
  if (problem === "http_401" || problem === "http_403") return "key";
  return problem === "unreadable" ? "desk" : "later";
}
