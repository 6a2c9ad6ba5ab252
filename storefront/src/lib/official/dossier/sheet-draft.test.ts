import { expect, test } from "vitest";
import { parseSheetDraft } from "./sheet-draft";

test("a draft is read back; values of another kind are left out", () => {
  expect(parseSheetDraft(JSON.stringify({ options: { "1.1": 2, "1.2": "3" }, comments: { "1.1": "a", "1.2": 4 }, general_comment: 5 }))).toEqual({
    options: { "1.1": 2 },
    comments: { "1.1": "a" },
    general_comment: "",
  });
});

test.each([null, "", "{", "null", '"x"'])("%s is no draft", (kept) => expect(parseSheetDraft(kept)).toBeNull());
