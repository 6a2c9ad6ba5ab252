/** `text` is null where the sheet prints no option: the criterion is awarded in full or not at all. */
export type SheetOption = { index: number; points: number; min_star: 3 | 4 | 5 | null; text: string | null; caseTitle: string | null };
export type SheetCriterion = { no: string; title: string; note: string | null; max: number; mayBeNone: boolean; options: SheetOption[] };
export type SheetGroup = { no: string; title: string; note: string | null; max: number; part: "A" | "B" | "C"; criteria: SheetCriterion[] };
export type Sheet = { setNo: number; name: string; notes: string[]; parts: { code: "A" | "B" | "C"; title: string; max: number }[]; groups: SheetGroup[] };

/** Number of a criterion → index of the option ticked, 0 for "none of them". */
export type Choices = Readonly<Record<string, number>>;

/** Points of what is ticked so far, and of how many. Only a preview: the backend's sum is what counts. */
export function scoreSoFar(groups: readonly SheetGroup[], choices: Choices): { points: number; max: number; chosen: number; criteria: number } {
  const all = groups.flatMap((group) => group.criteria);
  const chosen = all.filter((criterion) => Object.hasOwn(choices, criterion.no));
  return {
    points: chosen.reduce((sum, criterion) => sum + pointsOf(criterion, choices[criterion.no]), 0),
    max: all.reduce((sum, criterion) => sum + criterion.max, 0),
    chosen: chosen.length,
    criteria: all.length,
  };
}

export function pointsOf(criterion: SheetCriterion, index: number | null | undefined): number {
  return criterion.options.find((option) => option.index === index)?.points ?? 0;
}
