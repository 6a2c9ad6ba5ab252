/** The rooms behind the officials' door, in the order of the menu. `words` is a key of `official.header`. */
export type Section = {
  href: `/dieu-hanh${string}`;
  words: string;
  testId: string;
  /** Roles that have this room; left out: every official. */
  roles?: readonly string[];
};

/** Officials of an area, as against people who only judge the dossiers put to them. */
const areaRoles = ["commune", "province", "ministry"] as const;

const sections: readonly Section[] = [
  { href: "/dieu-hanh", words: "overview", testId: "nav-overview", roles: areaRoles },
  { href: "/dieu-hanh/ho-so", words: "dossiers", testId: "nav-dossiers" },
  { href: "/dieu-hanh/hoi-dong", words: "councils", testId: "nav-councils", roles: ["province", "ministry"] },
  { href: "/dieu-hanh/so-dang-ky", words: "register", testId: "nav-desk", roles: areaRoles },
  { href: "/dieu-hanh/so-ocop", words: "lists", testId: "nav-register", roles: areaRoles },
  { href: "/dieu-hanh/chi-dan", words: "rights", testId: "nav-rights", roles: areaRoles },
];

/** The menu of an official; of somebody whose role is not known, all of it: the pages themselves refuse. */
export function sectionsFor(role: string | null): Section[] {
  return sections.filter(({ roles }) => !roles || role === null || roles.includes(role));
}

/** The section a page stands in: the one with the longest address that begins it. */
export function currentSection(hrefs: readonly string[], path: string): string | null {
  const covering = hrefs.filter((href) => path === href || path.startsWith(`${href}/`));
  return covering.sort((a, b) => b.length - a.length)[0] ?? null;
}
