import { hasMinus } from "@/lib/format/digits";

/** The fields of the form, named as the API names them, as typed. */
export const listingFields = [
  "title",
  "unit",
  "net_weight_grams",
  "net_volume_ml",
  "price_vnd",
  "stock_quantity",
  "description",
  "perishable",
] as const;
export type ListingField = (typeof listingFields)[number];
export type ListingText = Record<ListingField, string>;

export const emptyListing: ListingText = {
  title: "",
  unit: "",
  net_weight_grams: "",
  net_volume_ml: "",
  price_vnd: "",
  stock_quantity: "",
  description: "",
  perishable: "",
};

const wholeNumbers: readonly ListingField[] = ["net_weight_grams", "net_volume_ml", "price_vnd", "stock_quantity"];

/** `1.250.000 ₫` → 1250000; no digit at all, or a minus in front → null. Dots, commas and spaces are only ever grouping: all are whole numbers. */
export function wholeNumber(typed: string): number | null {
  const digits = typed.replace(/\D/g, "");
  if (digits === "" || digits.length > 15 || hasMinus(typed)) return null;
  return Number(digits);
}

/** What is sent to the API: text trimmed, numbers as integers, empty fields left out so the API can say they are missing. */
export function listingPayload(text: Partial<ListingText>): Record<string, string | number | boolean> {
  const payload: Record<string, string | number | boolean> = {};
  for (const field of listingFields) {
    const typed = (text[field] ?? "").trim();
    if (typed === "") continue;
    if (field === "perishable") {
      payload.perishable = true;
      continue;
    }
    const number = wholeNumbers.includes(field) ? wholeNumber(typed) : null;
    payload[field] = number ?? typed;
  }
  return payload;
}

/** Price of one kilogram or litre in whole đồng, as the buyer will read it; null when the net amount is unknown. */
export function pricePerBase(text: Partial<ListingText>): { amountVnd: number; per: "kg" | "l"; } | null {
  const priceVnd = wholeNumber(text.price_vnd ?? "");
  if (!priceVnd) return null;
  const grams = wholeNumber(text.net_weight_grams ?? "");
  if (grams) return { amountVnd: Math.round((priceVnd * 1000) / grams), per: "kg" };
  const millilitres = wholeNumber(text.net_volume_ml ?? "");
  if (millilitres) return { amountVnd: Math.round((priceVnd * 1000) / millilitres), per: "l" };
  return null;
}

/**
 * Only what was changed: a form opened this morning must not put back the stock of this morning.
 * What was emptied is sent as null, so that it goes.
 */
export function listingChanges(before: ListingText, now: ListingText): Record<string, string | number | boolean | null> {
  const payload = listingPayload(now);
  const changed = listingFields.filter((field) => before[field].trim() !== now[field].trim());
  return Object.fromEntries(changed.map((field) => [field, payload[field] ?? (field === "perishable" ? false : null)]));
}
