"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/i18n/link";
import { Icon, type IconName } from "./icon";

/** `also`: pages that have no tab of their own and belong under this one. */
export type Tab = { href: string; label: string; icon: IconName; also?: string[] };

/** The tabs at the thumb: fixed to the bottom of a phone, a row on wider screens. */
export function NavTabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const path = usePathname().replace(/^\/(vi|en)(?=\/|$)/, "") || "/";
  const reach = (tab: Tab) => Math.max(-1, ...[tab.href, ...(tab.also ?? [])].flatMap((href) => (path === href || path.startsWith(`${href}/`) ? [href.length] : [])));
  const current = tabs.reduce<Tab | null>((best, tab) => (reach(tab) > (best ? reach(best) : -1) ? tab : best), null);
  return (
    <nav aria-label={label} className="screen-only fixed inset-x-0 bottom-0 z-10 border-t border-line bg-card pb-[env(safe-area-inset-bottom)] sm:static sm:border-0">
      <ul className="mx-auto flex max-w-2xl">
        {tabs.map((tab) => (
          <li key={tab.href} className="flex-1">
            <Link
              href={tab.href}
              aria-current={tab === current ? "page" : undefined}
              className="flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-xs text-ink-soft aria-[current=page]:font-semibold aria-[current=page]:text-tea-700"
            >
              <Icon name={tab.icon} />
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
