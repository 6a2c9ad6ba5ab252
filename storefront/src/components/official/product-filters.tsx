import { useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { type ProductQuery, productsHref } from "@/lib/official/product-query";

/** Two rows of links: on sale or not, and by stars. */
export function ProductFilters({ unitCode, query }: { unitCode: string; query: ProductQuery }) {
  const t = useTranslations("official");
  const { listed, stars } = query;
  const sale = [
    { label: t("products.filterAll"), to: { stars }, on: listed === undefined },
    { label: t("products.filterListed"), to: { stars, listed: "true" as const }, on: listed === "true" },
    { label: t("products.filterNotListed"), to: { stars, listed: "false" as const }, on: listed === "false" },
  ];
  const byStars = [
    { label: t("products.allStars"), to: { listed }, on: stars === undefined },
    ...([5, 4, 3] as const).map((count) => ({
      label: t("stars.one", { count }),
      to: { listed, stars: count },
      on: stars === count,
    })),
  ];
  return (
    <nav aria-label={t("products.filters")} className="screen-only flex flex-col gap-2 text-sm">
      {[sale, byStars].map((row, index) => (
        <ul key={index} className="flex flex-wrap gap-2">
          {row.map((choice) => (
            <li key={choice.label}>
              <Link
                href={productsHref(unitCode, choice.to)}
                aria-current={choice.on ? "true" : undefined}
                className="inline-flex min-h-11 items-center rounded border border-edge px-3 aria-[current]:border-indigo-800 aria-[current]:bg-indigo-100 aria-[current]:font-semibold"
              >
                {choice.label}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
