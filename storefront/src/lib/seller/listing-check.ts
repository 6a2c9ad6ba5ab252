import { hasMinus } from "@/lib/format/digits";
import { type ListingField, listingFields, type ListingText, wholeNumber } from "./listing-payload";

/** What can be wrong with a field before anything is sent: a word of `seller.listingForm.problems` and its number. */
export type ListingProblem = {
  word: "needed" | "tooShort" | "tooLong" | "negative" | "notNumber" | "priceLow" | "tooLow" | "tooHigh";
  limit: number;
};
export type ListingProblems = Partial<Record<ListingField, ListingProblem>>;

type Rule = { kind: "text" | "number"; required: boolean; min: number; max: number };

/** The limits of the seller API (plugins/marketplace, ProposeBody), which has the last word. */
const rules: Record<ListingField, Rule> = {
  title: { kind: "text", required: true, min: 3, max: 120 },
  unit: { kind: "text", required: true, min: 1, max: 30 },
  net_weight_grams: { kind: "number", required: false, min: 1, max: 1_000_000 },
  net_volume_ml: { kind: "number", required: false, min: 1, max: 1_000_000 },
  price_vnd: { kind: "number", required: true, min: 1_000, max: 499_999_999 },
  stock_quantity: { kind: "number", required: true, min: 0, max: 1_000_000 },
  description: { kind: "text", required: false, min: 0, max: 5_000 },
  perishable: { kind: "text", required: false, min: 0, max: 3 },
};

/** Everything that is wrong, in one round. */
export function listingProblems(text: ListingText): ListingProblems {
  const found: ListingProblems = {};
  for (const field of listingFields) {
    const problem = fieldProblem(field, text[field]);
    if (problem) found[field] = problem;
  }
  return found;
}

/** A text over its limit is said while it is typed, because nothing is cut off. */
export function tooLong(field: ListingField, typed: string): ListingProblem | null {
  const problem = fieldProblem(field, typed);
  return problem?.word === "tooLong" ? problem : null;
}

function fieldProblem(field: ListingField, typed: string): ListingProblem | null {
  const { kind, required, min, max } = rules[field];
  const value = typed.trim();
  if (value === "") return required ? { word: "needed", limit: min } : null;
  if (kind === "text") {
    if (value.length < min) return { word: "tooShort", limit: min };
    return value.length > max ? { word: "tooLong", limit: max } : null;
  }
  if (hasMinus(value)) return { word: "negative", limit: min };
  const number = wholeNumber(value);
  if (number === null) return { word: "notNumber", limit: min };
  if (number < min) return { word: field === "price_vnd" ? "priceLow" : "tooLow", limit: min };
  return number > max ? { word: "tooHigh", limit: max } : null;
}
