import { foldedWords } from "./fold";
import type { PlaceOption } from "./types";

const kinds = /^(tinh|thanh pho|tp|xa|phuong|dac khu|thi tran|huyen|quan|thi xa|p|x|tx|tt|q|h) (?=.)/;

/** A name without its kind: "Xã Tân Cương" and "X. tan cuong" → "tan cuong". */
export function bareName(text: string): string {
  const words = foldedWords(text).join(" ");
  return words.replace(kinds, "");
}

/**
 * The options that what was typed can mean, the closest first: the very name, then names that begin so, then those with
 * all its words, in any order and unfinished. Spaces count for nothing ("hanoi"). Nothing typed: all, as they came.
 */
export function matchOptions(options: readonly PlaceOption[], typed: string): PlaceOption[] {
  const asked = bareName(typed);
  if (!asked) return [...options];
  const ranked = options.flatMap((option) => {
    const ranks = [option.label, ...(option.formerNames ?? [])].map((name, i) => rank(name, asked) + (i > 0 ? 0.5 : 0));
    const best = Math.min(...ranks);
    return best === Infinity ? [] : [{ option, rank: best }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

function rank(name: string, asked: string): number {
  const bare = bareName(name);
  if (bare === asked) return 0;
  if (bare.startsWith(asked)) return 1;
  const squeezed = asked.replaceAll(" ", "");
  if (bare.replaceAll(" ", "").startsWith(squeezed)) return 2;
  const words = foldedWords(name);
  return asked.split(" ").every((word) => words.some((own) => own.startsWith(word))) ? 3 : Infinity;
}

/** The old name by which an option was met, when its own name does not answer. */
export function metByFormerName(option: PlaceOption, typed: string): string | null {
  const asked = bareName(typed);
  if (!asked || rank(option.label, asked) !== Infinity) return null;
  return option.formerNames?.find((name) => rank(name, asked) !== Infinity) ?? null;
}
