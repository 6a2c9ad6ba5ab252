import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Theme = Record<string, string>;

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function theme(block: string): Theme {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

const [lightCss = "", darkCss = ""] = css.split("@media (prefers-color-scheme: dark)");
const themes = { light: theme(lightCss), dark: theme(darkCss) };

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const text: [string, string][] = [
  ...["ink", "ink-soft", "tea-700", "tea-600", "indigo-800", "brick-600"].flatMap((ink): [string, string][] => [
    [ink, "paper"],
    [ink, "card"],
  ]),
  ...["tea-100", "indigo-100", "brick-100", "honey-100"].map((ground): [string, string] => ["ink", ground]),
  ["tea-700", "tea-100"],
  ["indigo-800", "indigo-100"],
  ["brick-600", "brick-100"],
  ["ink-soft", "tea-100"],
  ["on-tea", "tea-700"],
  ["on-tea", "tea-600"],
  ["on-indigo", "indigo-800"],
  ["on-brick", "brick-600"],
];

const shapes: [string, string][] = [
  ["honey-500", "card"],
  ["honey-500", "paper"],
  ["edge", "card"],
  ["edge", "paper"],
  ["indigo-800", "paper"],
];

test("the formula agrees with the known extremes", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("both themes name the same colours", () => {
  expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort());
});

for (const [name, colours] of Object.entries(themes)) {
  test.each(text)(`${name}: text %s on %s is at least 4.5:1`, (ink, ground) => {
    expect(contrast(colours[ink] as string, colours[ground] as string)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapes)(`${name}: shape %s on %s is at least 3:1`, (shape, ground) => {
    expect(contrast(colours[shape] as string, colours[ground] as string)).toBeGreaterThanOrEqual(3);
  });
}
