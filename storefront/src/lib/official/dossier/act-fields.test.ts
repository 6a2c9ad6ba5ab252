import { expect, test } from "vitest";
import { actBody, datesBeforeSubmission, isFormAct, peopleOf } from "./act-fields";

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}
const phone = (typed: string) => `+84${typed.slice(1)}`;

test("a letter is sent flat, empty fields are left out, samples are a number", () => {
  expect(actBody("forward", 3, form({ letter_no: " 12/UBND ", letter_date: "2026-11-22", samples: "5", note: "not of this act" }), phone)).toEqual({
    act: "forward",
    version: 3,
    letter_no: "12/UBND",
    letter_date: "2026-11-22",
    samples: 5,
  });
});

test("report, advice and minutes go under a name of their own", () => {
  expect(actBody("close_council", 1, form({ held_on: "2026-11-22", place: "" }), phone)).toEqual({ act: "close_council", version: 1, minutes: { held_on: "2026-11-22" } });
  expect(actBody("report", 1, form({ local_material: "a" }), phone)).toMatchObject({ report: { local_material: "a" } });
});

test("people are read row by row; an empty row is nobody, one who is known goes by their id", () => {
  const data = form({
    "members.10.name": "C", "members.10.phone": "0912345678", "members.10.organisation": "", "members.10.role": "member",
    "members.2.official_id": "offi_1", "members.2.name": "B", "members.2.role": "chair",
    "members.3.name": "", "members.3.phone": "", "members.3.organisation": "", "members.3.role": "member",
  });
  expect(peopleOf(data, "members", phone)).toEqual([
    { official_id: "offi_1", organisation: null, role: "chair" },
    { phone: "+84912345678", name: "C", organisation: null, role: "member" },
  ]);
});

test("acts that have pages of their own have no form", () => {
  expect(isFormAct("score")).toBe(false);
  expect(isFormAct("toString")).toBe(false);
  expect(isFormAct("recognise")).toBe(true);
});

test("a date before the dossier was handed in is named, the day itself and what is no date are not", () => {
  const early = (letter_date: string, submitted: string | null = "2026-11-22") => datesBeforeSubmission("forward", form({ letter_no: "2020-01-01", letter_date, samples: "5" }), submitted);
  expect(early("2026-11-21")).toEqual(["letter_date"]);
  expect(early("2026-11-22")).toEqual([]);
  expect(early("")).toEqual([]);
  expect(early("2025-01-01", null)).toEqual([]);
});
