import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";

/** What narrows the list now, each a link that takes it away. */
export function FilterChips({ chips }: { chips: { label: string; href: string }[] }) {
  const t = useTranslations("shop.search");
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="mb-4 flex flex-wrap gap-2">
      {chips.map(({ label, href }) => (
        <li key={label}>
          <Link
            href={href}
            aria-label={t("remove", { what: label })}
            className="flex min-h-11 items-center gap-1.5 rounded-full bg-tea-100 px-3.5 text-sm font-semibold text-tea-700"
          >
            {label}
            <Icon name="cross" className="size-4" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
