import { expect, test } from "vitest";
import { addSaved, readSaved, withoutSaved } from "./saved-handles";

test("what the cookie holds is read forgivingly, once each", () => {
  expect(readSaved("")).toEqual([]);
  expect(readSaved("che-dinh~mat-ong~che-dinh~../../x~<b>")).toEqual(["che-dinh", "mat-ong"]);
});

test("the newest stand first, a dozen at most, and one can be let go", () => {
  expect(addSaved(["mat-ong", "che"], ["che"])).toEqual(["che", "mat-ong"]);
  const many = Array.from({ length: 15 }, (_, i) => `hang-${i}`);
  expect(addSaved(["cu"], many)).toEqual(many.slice(0, 12));
  expect(withoutSaved(["a", "b"], "a")).toEqual(["b"]);
});
