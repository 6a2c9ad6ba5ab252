/** What a council member wrote and the backend may not have yet. Kept on the device like a seller's draft. */
export type SheetDraft = { options: Record<string, number>; comments: Record<string, string>; general_comment: string };

const keyOf = (sheetId: string) => `cho-phien.sheet.${sheetId}`;

export function parseSheetDraft(kept: string | null): SheetDraft | null {
  if (!kept) return null;
  try {
    const parsed: unknown = JSON.parse(kept);
    if (typeof parsed !== "object" || parsed === null) return null;
    const { options, comments, general_comment } = parsed as Partial<SheetDraft>;
    return {
      options: only(options, (value): value is number => typeof value === "number"),
      comments: only(comments, (value): value is string => typeof value === "string"),
      general_comment: typeof general_comment === "string" ? general_comment : "",
    };
  } catch {
    return null;
  }
}

function only<T>(part: unknown, is: (value: unknown) => value is T): Record<string, T> {
  if (typeof part !== "object" || part === null) return {};
  return Object.fromEntries(Object.entries(part).filter((entry): entry is [string, T] => is(entry[1])));
}

export function readSheetDraft(sheetId: string): SheetDraft | null {
  try {
    return parseSheetDraft(window.localStorage.getItem(keyOf(sheetId)));
  } catch {
    return null;
  }
}

/** null forgets it. */
export function keepSheetDraft(sheetId: string, draft: SheetDraft | null): void {
  try {
    if (draft) window.localStorage.setItem(keyOf(sheetId), JSON.stringify(draft));
    else window.localStorage.removeItem(keyOf(sheetId));
  } catch {
    // A device that keeps nothing still has the page itself.
  }
}
