import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { placeTitle } from "@/lib/format/place";
import type { ZoneUnit } from "@/lib/types";
import { Source } from "./sign-source";
import { ZoneMap } from "./zone-map";

/** The zone as communes: what they were, what they became, and whether anybody has checked the list. */
export function ZoneSection({ zone, isIndication }: { zone: ZoneUnit[]; isIndication: boolean }) {
  const t = useTranslations("shop.gi");
  const locale = useLocale();
  if (zone.length === 0)
    return (
      <section aria-labelledby="zone">
        <h2 id="zone">{t("zone")}</h2>
        <p className="text-ink-soft">{t(isIndication ? "zoneEmpty" : "zoneNone")}</p>
      </section>
    );
  const confirmed = zone.filter((unit) => unit.confirmed).length;
  const state = confirmed === zone.length ? "confirmed" : confirmed === 0 ? "unconfirmed" : "mixed";
  return (
    <section aria-labelledby="zone" className="flex flex-col gap-3" data-testid="zone" data-state={state}>
      <h2 id="zone">{t("zone")}</h2>
      {state === "confirmed" ? (
        <p>{t("zoneState_confirmed")}</p>
      ) : (
        <Notice tone="warning" title={state === "unconfirmed" ? t("zoneUnconfirmedTitle") : undefined}>
          <p>{t(`zoneState_${state}`)}</p>
        </Notice>
      )}
      <p className="text-sm text-ink-soft">{t("zoneText")}</p>
      <ZoneMap zone={zone} />
      <ul>
        {zone.map(({ commune, old_unit, old_district, ...unit }) => (
          <li key={`${commune?.code}-${old_unit}`} className="border-b border-line py-2">
            <span className="font-semibold">{old_unit}</span>
            {old_district ? <span className="text-sm text-ink-soft"> ({old_district})</span> : null}
            <span className="text-ink-soft">
              {", "}
              {commune === null ? t("becameUnknown") : t(commune.name === old_unit ? "becameSame" : "becamePart", { commune: placeTitle(commune, locale) })}
            </span>
            {state === "mixed" && !unit.confirmed ? (
              <>
                {" "}
                <Badge>{t("notConfirmedShort")}</Badge>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <Source label={t("source")} text={zone.map(({ source }) => source).join(" ")} />
    </section>
  );
}
