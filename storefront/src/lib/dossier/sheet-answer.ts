import { z } from "zod";
import type { Sheet } from "./sheet";

const stars = z.union([z.literal(3), z.literal(4), z.literal(5)]);
const part = z.enum(["A", "B", "C"]);

/** A scoring sheet as the API gives it: `scoring_sheet` as printed, `criteria` with what counts of it. */
export const sheetAnswer = z.object({
  scoring_sheet: z.object({
    set_no: z.number(),
    name: z.string(),
    legal_version: z.string(),
    notes: z.array(z.string()),
    parts: z.array(
      z.object({
        code: part,
        title: z.string(),
        max: z.number(),
        groups: z.array(
          z.object({
            no: z.string(),
            title: z.string(),
            max: z.number(),
            note: z.string().optional(),
            criteria: z.array(
              z.object({
                no: z.string(),
                title: z.string(),
                max: z.number(),
                note: z.string().optional(),
                options: z.array(z.object({ text: z.string(), case: z.string().optional() })),
                cases: z.array(z.object({ code: z.string(), title: z.string() })).optional(),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  criteria: z.array(
    z.object({
      no: z.string(),
      max: z.number(),
      accepts: z.array(z.number()),
      options: z.array(z.object({ index: z.number(), points: z.number(), min_star: stars.nullable(), implied: z.boolean() })),
    }),
  ),
});
export type SheetAnswer = z.infer<typeof sheetAnswer>;

/** The printed words and the points that count, brought together by the number of the criterion. */
export function readSheet({ scoring_sheet: printed, criteria }: SheetAnswer): Sheet {
  const counting = new Map(criteria.map((criterion) => [criterion.no, criterion]));
  return {
    setNo: printed.set_no,
    name: printed.name,
    notes: printed.notes,
    parts: printed.parts.map(({ code, title, max }) => ({ code, title, max })),
    groups: printed.parts.flatMap((one) =>
      one.groups.map((group) => ({
        no: group.no,
        title: sentenceCase(group.title),
        note: group.note ?? null,
        max: group.max,
        part: one.code,
        criteria: group.criteria.map((criterion) => {
          const counts = counting.get(criterion.no);
          return {
            no: criterion.no,
            title: criterion.title,
            note: criterion.note ?? null,
            max: criterion.max,
            mayBeNone: counts?.accepts.includes(0) ?? false,
            options: (counts?.options ?? []).map(({ index, points, min_star, implied }) => {
              const words = implied ? undefined : criterion.options[index - 1];
              const caseTitle = criterion.cases?.find(({ code }) => code === words?.case)?.title ?? null;
              return { index, points, min_star, text: words?.text ?? null, caseTitle };
            }),
          };
        }),
      })),
    ),
  };
}

/** The decision prints the headings of groups in capitals, which Vietnamese is hard to read in. */
function sentenceCase(title: string): string {
  if (title !== title.toLocaleUpperCase("vi")) return title;
  return title.charAt(0) + title.slice(1).toLocaleLowerCase("vi");
}
