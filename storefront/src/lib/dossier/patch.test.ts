import { expect, test } from "vitest";
import { emptyPatch, isEmpty, merge, parsePatch, type Patch, without, withoutRefused } from "./patch";

const patch = (form: Patch["form"], self_assessment: Patch["self_assessment"] = {}): Patch => ({ form, self_assessment });

test("what was typed while an earlier value was on its way stays to be sent", () => {
  const sent = patch({ email: "a@b.vn", phone: "1" });
  expect(without(patch({ email: "a@b.vn", phone: "12" }), sent)).toEqual(patch({ phone: "12" }));
  expect(isEmpty(without(sent, sent))).toBe(true);
});

test("a criterion changed in the meantime stays, an untouched one goes", () => {
  const one = { option: 1, description: null };
  const sent = patch({}, { "1.1": one, "1.2": one });
  expect(without(patch({}, { "1.1": one, "1.2": { option: 2, description: null } }), sent)).toEqual(
    patch({}, { "1.2": { option: 2, description: null } }),
  );
});

test("the later value wins, the others are joined", () => {
  expect(merge(patch({ email: "a", phone: "1" }), patch({ email: "b" }))).toEqual(patch({ email: "b", phone: "1" }));
});

test("a refused field does not hold up the others, and 4.1 is not 4.10", () => {
  const full = patch({ email: "x", phone: "1" }, { "4.1": null, "4.10": null });
  expect(withoutRefused(full, { "form.email": "…", "self_assessment.4.1.option": "…" })).toEqual(patch({ phone: "1" }, { "4.10": null }));
});

test.each([null, "", "{", "[]", "null", '"x"', '{"form":3}'])("%s keeps nothing", (kept) => expect(parsePatch(kept)).toEqual(emptyPatch));
