import { foldedWords } from "./fold";

/** What the backend reads at most. */
export const LONGEST_LINE = 300;

/** Whether a text is more than the name of one place: parts between commas or lines, or many words. */
export function looksLikeAddress(text: string): boolean {
  const parts = text.split(/[,;\n]|\s-\s/).filter((part) => foldedWords(part).length > 0);
  return parts.length > 1 || foldedWords(text).length > 6;
}

/** A pasted text as one line the backend takes: lines become parts, the rest beyond the limit is left out. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*[\r\n]+\s*/g, ", ").replace(/\p{Cc}+/gu, " ").trim().slice(0, LONGEST_LINE);
}
