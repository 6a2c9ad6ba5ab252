import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { searchHref, type SearchFilters } from "@/lib/shop/search-filters";

type Props = { filters: SearchFilters; provinceName: string };

/** What narrows the search now, each a link that takes it away. */
export function ActiveFilters({ filters, provinceName }: Props) {
  const t = useTranslations("shop.search");
  const active = [
    ...filters.stars.map((star) => ({
      label: t("starsOption", { star }),
      href: searchHref(filters, { stars: filters.stars.filter((one) => one !== star) }),
    })),
    ...(filters.gi ? [{ label: t("gi"), href: searchHref(filters, { gi: false }) }] : []),
    ...(filters.province ? [{ label: provinceName || filters.province, href: searchHref(filters, { province: "", commune: "" }) }] : []),
  ];
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="mb-4 flex flex-wrap gap-2">
      {active.map(({ label, href }) => (
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
