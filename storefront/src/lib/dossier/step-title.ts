import type { SheetGroup } from "./sheet";
import type { StepSlug } from "./steps";

/** What a step is called: groups of criteria by their printed heading, the others by a word of ours. */
export function stepTitle(step: StepSlug, groups: readonly SheetGroup[], word: (key: string) => string): string {
  const group = groups.find(({ no }) => step === `tu-cham-${no}`);
  return group ? `${group.no}. ${group.title}` : word(step);
}
