import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDate, formatDateTime } from "./date";
import { groupDigits, groupsOfFour, onlyDigits } from "./digits";
import { timeLeft } from "./duration";
import { formatVolume, formatWeight } from "./measure";
import { formatCount, formatPercent, formatVnd } from "./money";
import { formatPhone } from "./phone";
import { placeInside, placeLine } from "./place";

test("đồng are whole, grouped, and never break from their sign", () => {
  expect(formatVnd(1_250_000, "vi")).toBe("1.250.000\u00a0₫");
  expect(formatVnd(1_250_000, "en")).toBe("1,250,000\u00a0₫");
  expect(formatVnd(0, "vi")).toBe("0\u00a0₫");
  expect(formatVnd(-35_000, "vi")).toBe("-35.000\u00a0₫");
});

test("typed digits survive grouping", () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999_999 }), (value) => {
      expect(Number(onlyDigits(groupDigits(String(value))))).toBe(value);
    }),
  );
  expect(onlyDigits("1.250.000 đ")).toBe("1250000");
  expect(onlyDigits("007")).toBe("7");
  expect(groupsOfFour("0012345678")).toBe("0012 3456 78");
});

test("counts and shares are written the Vietnamese way", () => {
  expect(formatCount(3321, "vi")).toBe("3.321");
  expect(formatPercent("91.79", "vi")).toBe("91,79 %");
  expect(formatPercent("91.79", "en")).toBe("91.79%");
});

test("a day is the day in Vietnam, whatever the server's clock zone", () => {
  expect(formatDate("2026-11-21T18:30:00Z", "vi")).toBe("22/11/2026");
  expect(formatDate("2026-11-22", "vi")).toBe("22/11/2026");
  expect(formatDate("2026-11-22", "en")).toBe("22 November 2026");
  expect(formatDateTime("2026-11-21T17:05:00Z", "vi")).toBe("00:05, 22/11/2026");
  expect(formatDate("no date", "vi")).toBe("");
});

test("phones are shown as people say them", () => {
  expect(formatPhone("+84912345678")).toBe("0912 345 678");
  expect(formatPhone("84912345678")).toBe("0912 345 678");
  expect(formatPhone("0912.345.678")).toBe("0912 345 678");
  expect(formatPhone("+842083851234")).toBe("0208 385 1234");
  expect(formatPhone("+33123456789")).toBe("+33123456789");
});

test("time left is said in one unit", () => {
  const now = new Date("2026-11-22T00:00:00Z");
  expect(timeLeft("2026-11-22T00:14:30Z", now)).toEqual({ unit: "minutes", count: 15 });
  expect(timeLeft("2026-11-22T05:59:00Z", now)).toEqual({ unit: "hours", count: 5 });
  expect(timeLeft("2026-11-24T00:00:00Z", now)).toEqual({ unit: "days", count: 2 });
  expect(timeLeft("2026-11-22T00:00:00Z", now)).toEqual({ unit: "over", count: 0 });
  expect(timeLeft("nonsense", now).unit).toBe("over");
});

test("weights and volumes take the unit people use", () => {
  expect(formatWeight(250, "vi")).toBe("250\u00a0g");
  expect(formatWeight(1500, "vi")).toBe("1,5\u00a0kg");
  expect(formatWeight(1500, "en")).toBe("1.5\u00a0kg");
  expect(formatVolume(500, "vi")).toBe("500\u00a0ml");
  expect(formatVolume(1000, "vi")).toBe("1\u00a0lít");
});

test("the kind of a place is small inside a sentence, its name never", () => {
  expect(placeInside("Tỉnh Thái Nguyên")).toBe("tỉnh Thái Nguyên");
  expect(placeInside("Đặc khu Phú Quốc")).toBe("đặc khu Phú Quốc");
  expect(placeInside("Xã Xã")).toBe("xã Xã");
  expect(placeInside("Huế")).toBe("Huế");
  const commune = { name: "Tân Cương", full_name: "Xã Tân Cương" };
  const province = { name: "Thái Nguyên", full_name: "Tỉnh Thái Nguyên" };
  expect(placeLine(commune, province, "vi")).toBe("Xã Tân Cương, tỉnh Thái Nguyên");
  expect(placeLine(commune, province, "en")).toBe("Tân Cương, Thái Nguyên");
});
