"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/i18n/link";
import { currentSection } from "@/lib/official/sections";

type Props = { label: string; links: { href: string; label: string; testId: string }[] };

/** The menu of the door: one line on a desk, two or three on a phone, nothing hidden behind a button. */
export function SectionLinks({ label, links }: Props) {
  const path = usePathname().replace(/^\/(vi|en)(?=\/|$)/, "") || "/";
  const current = currentSection(links.map(({ href }) => href), path);
  return (
    <nav aria-label={label} className="screen-only -mx-2">
      <ul className="flex flex-wrap">
        {links.map(({ href, label: name, testId }) => (
          <li key={href}>
            <Link
              href={href}
              data-testid={testId}
              aria-current={href === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-3 border-transparent px-2 text-tea-700 hover:underline aria-[current]:border-indigo-800 aria-[current]:font-semibold aria-[current]:text-indigo-800"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
