import { expect, test } from "vitest";
import { fieldsOf, formSteps, stepOfMissing } from "./steps";

test.each([
  ["form.history", "qua-trinh"],
  ["form.phone", "chu-the"],
  ["form.representative_gender", "chu-the"],
  ["form.product_name", "san-pham"],
  ["form.holds.trademark", "san-pham"],
  ["criteria.4.1", "tu-cham-4"],
  ["criteria.12", "tu-cham-12"],
  ["attachments.business_registration", "giay-to"],
  ["window", "qua-trinh"],
])("%s is put right in %s", (field, step) => expect(stepOfMissing(field)).toBe(step));

test("a first rating asks neither for changes nor for a reason of being late", () => {
  expect(fieldsOf("qua-trinh", "first", null)).not.toContain("changes");
  expect(fieldsOf("qua-trinh", "upgrade", null)).toContain("changes");
  expect(fieldsOf("qua-trinh", "upgrade", "late")).not.toContain("late_reason");
  expect(fieldsOf("qua-trinh", "re_rating", "open")).not.toContain("late_reason");
  expect(fieldsOf("qua-trinh", "re_rating", "late")).toContain("late_reason");
});

test("no field stands in two steps", () => {
  const all = formSteps.flatMap((step) => fieldsOf(step, "re_rating", "late"));
  expect(new Set(all).size).toBe(all.length);
});
