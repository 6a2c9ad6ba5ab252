import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scoreSoFar } from "./sheet";
import { readSheet, sheetAnswer } from "./sheet-answer";

const answer = sheetAnswer.parse({
  scoring_sheet: {
    set_no: 11,
    name: "Chè",
    legal_version: "QD26-2026",
    notes: [],
    parts: [
      {
        code: "A",
        title: "SẢN PHẨM",
        max: 4,
        groups: [
          {
            no: "1",
            title: "TỔ CHỨC SẢN XUẤT",
            max: 4,
            criteria: [
              { no: "1.1", title: "Nguồn nguyên liệu", max: 3, options: [{ text: "ít" }, { text: "nhiều" }] },
              { no: "1.2", title: "Song ngữ", max: 1, options: [] },
            ],
          },
        ],
      },
    ],
  },
  criteria: [
    { no: "1.1", max: 3, accepts: [0, 1, 2], options: [{ index: 1, points: 1, min_star: null, implied: false }, { index: 2, points: 3, min_star: 4, implied: false }] },
    { no: "1.2", max: 1, accepts: [0, 1], options: [{ index: 1, points: 1, min_star: null, implied: true }] },
  ],
});

test("the words of an option and the points that count stand together", () => {
  const [group] = readSheet(answer).groups;
  expect(group?.title).toBe("Tổ chức sản xuất");
  expect(group?.criteria[0]?.options[1]).toEqual({ index: 2, points: 3, min_star: 4, text: "nhiều", caseTitle: null });
  expect(group?.criteria[1]?.options).toEqual([{ index: 1, points: 1, min_star: null, text: null, caseTitle: null }]);
});

test("the running total counts what is ticked; none of the options is an answer too", () => {
  const { groups } = readSheet(answer);
  expect(scoreSoFar(groups, {})).toEqual({ points: 0, max: 4, chosen: 0, criteria: 2 });
  expect(scoreSoFar(groups, { "1.1": 0 })).toMatchObject({ points: 0, chosen: 1 });
  expect(scoreSoFar(groups, { "1.1": 2, "1.2": 1, "9.9": 3 })).toEqual({ points: 4, max: 4, chosen: 2, criteria: 2 });
});

test("all 26 sheets of the decision fit the shape, with a heading that is not shouted", () => {
  const folder = new URL("../../../../seed/data/scoring-sheets/26-2026/", import.meta.url);
  const files = readdirSync(folder);
  expect(files).toHaveLength(26);
  for (const file of files) {
    const printed = sheetAnswer.shape.scoring_sheet.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    for (const group of readSheet({ scoring_sheet: printed, criteria: [] }).groups) {
      expect(group.title, file).not.toBe(group.title.toLocaleUpperCase("vi"));
    }
  }
});
