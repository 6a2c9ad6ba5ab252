import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const areas = ["common", "place", "shop", "seller", "official", "desk", "dossier", "buyer"] as const;

function read(locale: string, area: string): Record<string, string> {
  const text = readFileSync(new URL(`../../messages/${locale}/${area}.json`, import.meta.url), "utf8");
  return flatten(JSON.parse(text) as object);
}

function flatten(tree: object, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value]] : Object.entries(flatten(value as object, `${prefix}${key}.`)),
    ),
  );
}

/** The names a message wants filled in: {count}, {name, plural, …}; a tag <b> counts too. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, name, tag]) => name ?? `<${tag}>`))]
    .filter((name) => /^[a-z<]/.test(name))
    .sort();
}

test.each(areas)("%s: Vietnamese and English have the same messages", (area) => {
  expect(Object.keys(read("en", area)).sort()).toEqual(Object.keys(read("vi", area)).sort());
});

test.each(areas)("%s: no message is empty", (area) => {
  for (const locale of ["vi", "en"]) {
    for (const [key, message] of Object.entries(read(locale, area))) expect(message.trim(), `${locale} ${area}.${key}`).not.toBe("");
  }
});

test.each(areas)("%s: both languages fill in the same names", (area) => {
  const english = read("en", area);
  for (const [key, message] of Object.entries(read("vi", area))) {
    expect(placeholders(english[key] ?? ""), `${area}.${key}`).toEqual(placeholders(message));
  }
});

test("Vietnamese text is written in composed letters (NFC)", () => {
  for (const area of areas) {
    for (const [key, message] of Object.entries(read("vi", area))) expect(message, key).toBe(message.normalize("NFC"));
  }
});
