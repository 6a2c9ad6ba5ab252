import type { DossierOptions } from "./types";

type ProductSet = DossierOptions["product_sets"][number];

/** Letters without their marks: people type `mien dong` as well as `miến dong`. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
}

/**
 * The sets whose name, group or `words` (everyday goods that belong there) hold every word that was typed, at the
 * beginning of a word. Typed with marks, the marks count (`chè` is not `chế biến`), unless nothing is found so.
 * Nothing typed: all of them.
 */
export function findSets<Set extends Pick<ProductSet, "set_no" | "name" | "industry" | "group_name" | "subgroup">>(
  sets: readonly Set[],
  typed: string,
  words: (setNo: number) => string,
): Set[] {
  const textOf = (set: Set) => [set.name, set.group_name, set.subgroup, set.industry, words(set.set_no)].filter(Boolean).join(" ");
  const by = (read: (text: string) => string) => {
    const wanted = wordsOf(read(typed));
    return sets.filter((set) => {
      const held = wordsOf(read(textOf(set)));
      return wanted.every((word) => held.some((one) => one.startsWith(word)));
    });
  };
  const exact = by((text) => text.normalize("NFC").toLocaleLowerCase("vi"));
  return exact.length > 0 ? exact : by(plain);
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
