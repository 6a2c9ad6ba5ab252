import { useLocale, useTranslations } from "next-intl";
import { localeHref } from "@/i18n/locale-href";
import { mapPoints } from "@/lib/official/map-points";
import { ratePercent } from "@/lib/official/rate-percent";
import type { CommuneRate } from "@/lib/official/schemas";

const named = 4;

/** The communes where they lie. No tiles from anywhere: dots from the register's own label points. */
export function PointMap({ communes }: { communes: CommuneRate[] }) {
  const t = useTranslations("official.map");
  const locale = useLocale();
  const map = mapPoints(communes, 420);
  if (!map) return <p className="text-sm text-ink-soft">{t("none")}</p>;
  return (
    <figure className="break-inside-avoid">
      <h2>{t("title")}</h2>
      <svg viewBox={`0 0 ${map.width} ${map.height}`} className="mt-2 w-full max-w-lg rounded border border-line bg-card" role="group" aria-label={t("title")}>
        {map.points.map(({ commune, x, y, radius, share }) => (
          <a key={commune.code} href={localeHref(locale, `/dieu-hanh/${commune.code}`)}>
            <title>
              {t("point", {
                name: commune.name,
                listed: commune.listed,
                recognised: commune.recognised,
                rate: commune.rate_percent === null ? "" : ratePercent(commune.rate_percent, locale),
              })}
            </title>
            <circle
              cx={x}
              cy={y}
              r={radius}
              className="fill-indigo-800 stroke-indigo-800"
              fillOpacity={0.12 + 0.78 * share}
              strokeWidth="1.5"
            />
          </a>
        ))}
        {map.points.slice(0, named).map(({ commune, x, y, radius }) => (
          <text
            key={commune.code}
            x={x > map.width / 2 ? x - radius - 4 : x + radius + 4}
            y={y + 4}
            textAnchor={x > map.width / 2 ? "end" : "start"}
            className="pointer-events-none fill-ink text-[12px]"
            paintOrder="stroke"
            stroke="var(--card)"
            strokeWidth="3"
          >
            {commune.name}
          </text>
        ))}
      </svg>
      <figcaption className="mt-2 text-sm text-ink-soft">{t("label")}</figcaption>
    </figure>
  );
}
