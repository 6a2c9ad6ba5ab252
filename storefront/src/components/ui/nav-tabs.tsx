"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/i18n/link";
import { Icon, type IconName } from "./icon";

/** `also`: pages that have no tab of their own and belong under this one. `due`: how much waits there, and in words what. */
export type Tab = { href: string; label: string; icon: IconName; also?: string[]; due?: { count: number; words: string } };

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
              <span className="relative">
                <Icon name={tab.icon} />
                {tab.due && tab.due.count > 0 ? (
                  <span data-testid="tab-due" data-count={tab.due.count} className="absolute -top-1 -right-3 min-w-5 rounded-full border border-brick-600 bg-brick-100 px-1 text-center text-xs leading-5 font-semibold text-brick-600">
                    <span aria-hidden="true">{tab.due.count > 99 ? "99+" : tab.due.count}</span>
                    <span className="sr-only">{tab.due.words}</span>
                  </span>
                ) : null}
              </span>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
