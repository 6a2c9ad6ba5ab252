import { useLocale, useTranslations } from "next-intl";
import { placeTitle } from "@/lib/format/place";
import { projectPoints } from "@/lib/format/project-points";
import { zoneCommunes } from "@/lib/shop/zone-communes";
import type { ZoneUnit } from "@/lib/types";

const width = 420;
const radius = 9;

/** Today's communes of a zone where they lie. No tiles from anywhere: dots at the register's own label points. */
export function ZoneMap({ zone }: { zone: ZoneUnit[] }) {
  const t = useTranslations("shop.gi");
  const locale = useLocale();
  const map = projectPoints(zoneCommunes(zone), width);
  if (!map) return <p className="text-sm text-ink-soft">{t("mapNone")}</p>;
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${Math.max(map.height, 90)}`} role="img" aria-label={t("mapTitle")} className="w-full max-w-lg rounded border border-line bg-card" data-testid="zone-map">
        {map.points.map(({ item, x, y }) => (
          <g key={item.code}>
            <title>{t("mapPoint", { name: placeTitle(item, locale), count: item.old_units })}</title>
            <circle cx={x} cy={y} r={radius} className={`stroke-indigo-800 ${item.confirmed ? "fill-indigo-800" : "fill-indigo-100"}`} strokeWidth="2" strokeDasharray={item.confirmed ? undefined : "3 2"} />
            <text
              x={x > width / 2 ? x - radius - 5 : x + radius + 5}
              y={y + 4}
              textAnchor={x > width / 2 ? "end" : "start"}
              className="fill-ink text-[13px]"
              paintOrder="stroke"
              stroke="var(--card)"
              strokeWidth="3"
            >
              {item.name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="mt-2 text-sm text-ink-soft">{t("mapLabel")}</figcaption>
    </figure>
  );
}
