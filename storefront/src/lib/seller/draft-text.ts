import { emptyListing, type ListingText, listingFields } from "./listing-payload";

const keyOf = (draft: string) => `cho-phien.draft.${draft}`;

/** The words of a draft as they were left on this phone; null when there are none, or none that can be read. */
export function readDraftText(draft: string): ListingText | null {
  try {
    return parseDraftText(window.localStorage.getItem(keyOf(draft)));
  } catch {
    return null;
  }
}

export function parseDraftText(kept: string | null): ListingText | null {
  if (!kept) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(kept);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  const text = { ...emptyListing };
  for (const field of listingFields) {
    const value: unknown = (parsed as Record<string, unknown>)[field];
    if (typeof value === "string") text[field] = value;
  }
  return Object.values(text).some((value) => value !== "") ? text : null;
}

export function keepDraftText(draft: string, text: ListingText): void {
  try {
    window.localStorage.setItem(keyOf(draft), JSON.stringify(text));
  } catch {
    // A phone that keeps nothing still has the page itself.
  }
}

export function forgetDraftText(draft: string): void {
  try {
    window.localStorage.removeItem(keyOf(draft));
  } catch {
    // Nothing was kept.
  }
}
