import { useTranslations } from "next-intl";
import { searchHref, type SearchFilters } from "@/lib/shop/search-filters";
import { FilterChips } from "./filter-chips";

type Props = { filters: SearchFilters; provinceName: string };

export function ActiveFilters({ filters, provinceName }: Props) {
  const t = useTranslations("shop.search");
  const chips = [
    ...filters.stars.map((star) => ({
      label: t("starsOption", { star }),
      href: searchHref(filters, { stars: filters.stars.filter((one) => one !== star) }),
    })),
    ...(filters.gi ? [{ label: t("gi"), href: searchHref(filters, { gi: false }) }] : []),
    ...(filters.province ? [{ label: provinceName || filters.province, href: searchHref(filters, { province: "", commune: "" }) }] : []),
  ];
  return <FilterChips chips={chips} />;
}
