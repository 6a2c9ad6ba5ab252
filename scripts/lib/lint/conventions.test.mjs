import { describe, expect, test } from "vitest";
import { conventionProblems } from "./conventions.mjs";

const linesOf = (count) => () => "const a = 1;\n".repeat(count);

describe("conventions", () => {
  test.each([
    ["plugins/ocop/src/api/store/certificates/[code]/route.ts", 60],
    ["plugins/ocop/src/workflows/steps/link-listing.ts", 80],
    ["storefront/src/components/button.tsx", 200],
    ["plugins/ocop/src/modules/ocop/service.ts", 400],
  ])("%s may have %i lines and no more", (path, limit) => {
    expect(conventionProblems(path, linesOf(limit))).toEqual([]);
    expect(conventionProblems(path, linesOf(limit + 1))).toHaveLength(1);
  });

  test("names are in kebab-case, but for those that Next and Medusa give", () => {
    expect(conventionProblems("plugins/ocop/src/camelCase.ts", linesOf(1))).toHaveLength(1);
    expect(conventionProblems("storefront/src/app/[locale]/(shop)/page.tsx", linesOf(1))).toEqual([]);
    expect(conventionProblems("plugins/ocop/src/modules/ocop/migrations/Migration20261122000000.ts", linesOf(900))).toEqual([]);
  });

  test("a check can't be switched off in a file", () => {
    expect(conventionProblems("backend/src/a.ts", () => `// ${"eslint"}-disable-next-line\n`)).toHaveLength(1);
  });

  test("a barrel is refused, but for a plugin's face", () => {
    const barrel = () => 'export * from "./a"\nexport { b } from "./b"\n';
    expect(conventionProblems("plugins/ocop/src/modules/ocop/rules/index.ts", barrel)).toHaveLength(1);
    expect(conventionProblems("plugins/ocop/src/index.ts", barrel)).toEqual([]);
  });

  test("a word that can be written in two ways is written in one, but for names and quoted data", () => {
    const problems = (path, text) => conventionProblems(path, () => text);
    for (const path of ["plugins/ocop/src/a.ts", "storefront/src/a.tsx", "storefront/messages/vi/shop.json", "docs/glossary.md"]) {
      expect(problems(path, "Không hủy được"), path).toEqual([`${path}: "hủy" is written "huỷ" here`]);
      expect(problems(path, "Không huỷ được, xã Thanh Thủy, HTX Thủy Thuật"), path).toEqual([]);
    }
    expect(problems("storefront/src/a.tsx", "Xóa\nKhóa bị xóa")).toHaveLength(3);
    expect(problems("seed/data/scoring-sheets/26-2026/02.json", "hủy")).toEqual([]);
  });
});
