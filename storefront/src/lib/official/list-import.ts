import { z } from "zod";
import { byteOrderMark, csvLine } from "./csv";

const sentence = z.object({ vi: z.string(), en: z.string() });
export const verdictKinds = ["error", "ambiguous", "create", "update", "unchanged"] as const;
export type VerdictKind = (typeof verdictKinds)[number];

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const change = z.object({ field: z.string(), before: value, after: value });
const counts = z.object({ create: z.number(), update: z.number(), unchanged: z.number(), error: z.number(), ambiguous: z.number() });

const verdictSchema = z.object({
  row: z.number(),
  kind: z.enum(verdictKinds),
  name: z.string(),
  producer_name: z.string(),
  star: z.number().nullable(),
  ocop_product_id: z.string().nullable(),
  certificate_code: z.string().nullable(),
  changes: z.array(change),
  reasons: z.array(z.object({ cell: z.string().nullable(), message: sentence })),
  candidates: z.array(z.object({ id: z.string(), label: z.string() })),
});

export const previewSchema = z.object({
  preview: z.object({ counts, plan: z.string(), ignored_rows: z.array(z.number()), verdicts: z.array(verdictSchema) }),
});
export const committedSchema = z.object({
  official_list: z.object({
    id: z.string().nullable(),
    counts,
    changes: z.array(z.object({ row: z.number(), name: z.string(), star: z.number().nullable(), certificate_code: z.string() })),
  }),
});
export const historySchema = z.object({
  official_lists: z.array(
    z.object({ id: z.string(), file_name: z.string(), actor_name: z.string(), created_at: z.string(), counts, decisions: z.array(z.object({ decision_no: z.string().nullable() })) }),
  ),
  count: z.number(),
});

export type Verdict = z.infer<typeof verdictSchema>;
export type Preview = z.infer<typeof previewSchema>["preview"];
export type Committed = z.infer<typeof committedSchema>["official_list"];
export type ImportedList = z.infer<typeof historySchema>["official_lists"][number];

/** What there is to say about a row, one sentence after the other. */
export function remarksOf(verdict: Verdict, locale: string, fieldName: (field: string) => string): string {
  const reasons = verdict.reasons.map(({ cell, message }) => `${cell ? `${cell}: ` : ""}${locale === "en" ? message.en : message.vi}`);
  const candidates = verdict.candidates.map(({ id, label }) => `${id} (${label})`);
  const changes = verdict.kind === "update" ? verdict.changes.map(({ field, before, after }) => `${fieldName(field)}: ${show(before)} → ${show(after)}`) : [];
  return [...reasons, candidates.join("; "), ...changes].filter(Boolean).join(" ");
}

const show = (shown: string | number | boolean | null) => (shown === null || shown === "" ? "–" : String(shown));

/** Errors first, then by row: what needs a hand stands on top. */
export function byNeed(verdicts: readonly Verdict[]): Verdict[] {
  return [...verdicts].sort((a, b) => verdictKinds.indexOf(a.kind) - verdictKinds.indexOf(b.kind) || a.row - b.row);
}

export function verdictsCsv(verdicts: readonly Verdict[], header: string[], word: (kind: VerdictKind) => string, remarks: (verdict: Verdict) => string): string {
  const lines = verdicts.map((verdict) => csvLine([verdict.row, word(verdict.kind), verdict.name, verdict.producer_name, verdict.star, remarks(verdict)]));
  return byteOrderMark + csvLine(header) + lines.join("");
}
