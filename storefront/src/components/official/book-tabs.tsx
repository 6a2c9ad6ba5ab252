import { useTranslations } from "next-intl";
import { Link } from "@/i18n/link";

/** Two books behind one entry of the menu. */
export function BookTabs({ current }: { current: "rights" | "certificates" }) {
  const t = useTranslations("official.rights");
  const tabs = [
    { name: "rights", href: "/dieu-hanh/chi-dan", label: t("rightsTab"), testId: "tab-rights" },
    { name: "certificates", href: "/dieu-hanh/chi-dan/giay", label: t("certTab"), testId: "tab-certificates" },
  ] as const;
  return (
    <nav aria-label={t("tabs")} className="screen-only flex flex-wrap gap-2">
      {tabs.map(({ name, href, label, testId }) => (
        <Link
          key={name}
          href={href}
          data-testid={testId}
          aria-current={name === current ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded border border-edge px-3 aria-[current]:border-indigo-800 aria-[current]:bg-indigo-100 aria-[current]:font-semibold"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
