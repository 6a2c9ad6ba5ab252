const id = "[A-Za-z0-9_-]{1,64}";
const shapes: readonly { methods: readonly string[]; path: RegExp; query: readonly string[] }[] = [
  { methods: ["POST"], path: new RegExp(`^${id}$`), query: [] },
  { methods: ["POST"], path: new RegExp(`^${id}/(?:acts|sheet)$`), query: [] },
  { methods: ["POST"], path: new RegExp(`^${id}/attachments$`), query: ["filename", "kind", "criterion", "note"] },
  { methods: ["GET", "DELETE"], path: new RegExp(`^${id}/attachments/${id}$`), query: [] },
  { methods: ["GET"], path: new RegExp(`^${id}/documents/[a-z0-9-]{1,64}\\.docx$`), query: ["level"] },
];

/**
 * Which of a dossier's routes a browser may reach through our own address: `…/acts`, a file, a document. The path and
 * the query as the backend takes them, or null for anything else.
 */
export function dossierPath(method: string, segments: readonly string[], query: URLSearchParams): string | null {
  const path = segments.join("/");
  const shape = shapes.find((candidate) => candidate.methods.includes(method) && candidate.path.test(path));
  if (!shape) return null;
  const kept = new URLSearchParams([...query].filter(([name]) => shape.query.includes(name)));
  return kept.size > 0 ? `${path}?${kept}` : path;
}
