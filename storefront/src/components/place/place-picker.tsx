"use client";

import { useTranslations } from "next-intl";
import { useImperativeHandle, type Ref } from "react";
import { placeInside } from "@/lib/format/place";
import { looksLikeAddress, oneLine } from "@/lib/place/address-line";
import { matchOptions } from "@/lib/place/match-options";
import type { PlaceOption } from "@/lib/place/types";
import { Combobox } from "./combobox";
import { PlaceNotice } from "./place-notice";
import { PlaceSelects } from "./place-selects";
import { useCommuneOptions, type CommuneChoice } from "./use-commune-options";
import { useHydrated } from "./use-hydrated";
import { usePlace, type Level, type LineRest } from "./use-place";

/** Reads a line and takes its place; resolves to what was not a place in it, or to null when the reading failed. */
export type LineReader = (text: string) => Promise<LineRest | null>;

type Props = {
  provinces: readonly PlaceOption[];
  /** The communes of the province that is chosen at first. */
  communes: readonly PlaceOption[];
  initial: { province: string; commune: string };
  errors?: { province?: string; commune?: string };
  /** Field names of the form; they are also the ids of the selects. */
  names?: { province: string; commune: string };
  /** Gets the rest of a line that was pasted or typed here, when the place in it was understood. */
  onLineRest?: (rest: LineRest) => void;
  /** Gets a reader, so that the form can hand on a line that was pasted elsewhere (into the street). */
  reader?: Ref<LineReader | null>;
};

const NAMES = { province: "province_code", commune: "commune_code" };

/**
 * Province, then commune, by typing: today's names and those of before 1 July 2025, with or without marks; or a whole
 * address pasted into either field. The form sends two plain selects, which are all there is before scripts have come.
 */
export function PlacePicker({ provinces, communes: first, initial, errors, names = NAMES, onLineRest, reader }: Props) {
  const t = useTranslations("place.picker");
  const hydrated = useHydrated();
  const place = usePlace({ provinces, communes: first, initial, onLineRest });
  const { province, commune, communes, typed, unfinished, load } = place;
  const search = useCommuneOptions(typed.commune, province, communes);
  const chosenProvince = provinces.find(({ code }) => code === province) ?? null;
  // A commune that was chosen with care is not overruled by what is pasted into the street.
  useImperativeHandle<LineReader | null, LineReader | null>(reader, () => (commune ? null : place.readLine));

  function paste(text: string): boolean {
    if (!looksLikeAddress(text)) return false;
    void place.readLine(text).then((rest) => onLineRest?.(rest ?? { rest: oneLine(text), phone: null }));
    return true;
  }

  const selectable = commune && !communes.some(({ code }) => code === commune.code) ? [...communes, commune] : communes;
  const provinceOptions = matchOptions(provinces, typed.province).map((option) => ({
    id: option.code,
    label: option.label,
    note: option.formerNames ? t("includes", { names: option.formerNames.map(placeInside).join(", ") }) : undefined,
    option,
  }));
  const communeOptions = search.choices.map((choice, i) => ({
    id: `${i} ${choice.commune.code}`,
    label: choice.old ? t("oldOption", { old: choice.old.commune, now: placeInside(choice.commune.label) }) : choice.commune.label,
    note: noteOf(choice),
    choice,
  }));

  function noteOf({ province: where, old }: CommuneChoice): string | undefined {
    const parts = old ? [old.certain ? "" : t("part"), placeInside(old.district), placeInside(old.province)] : [where ? placeInside(where.label) : ""];
    return parts.filter(Boolean).join(" · ") || undefined;
  }

  function communeStatus(): string {
    if (load === "loading") return t("loading");
    if (search.choices.length > 0) return t("count", { count: search.choices.length });
    if (load === "failed" || search.state === "failed") return t("failed");
    if (search.state === "searching") return t("searching");
    if (!province && typed.commune.trim().length < 2) return t("typeOrProvince");
    return t("noPlace");
  }

  const errorOf = (field: Level) => (unfinished === field ? t("chooseFromList") : errors?.[field]);
  return (
    <>
      <PlaceSelects
        names={names}
        provinces={provinces}
        communes={selectable}
        province={province}
        commune={commune?.code ?? ""}
        errors={errors}
        hidden={hydrated}
        onChoose={place.chooseInSelect}
      />
      {hydrated ? (
        <>
          <Combobox
            id={`${names.province}-search`}
            label={t("province")}
            placeholder={t("provincePlaceholder")}
            required
            error={errorOf("province")}
            chosen={chosenProvince?.label ?? ""}
            options={provinceOptions}
            status={provinceOptions.length > 0 ? t("count", { count: provinceOptions.length }) : t("noPlace")}
            onType={(text) => place.type("province", text)}
            onChoose={({ option }) => place.chooseProvince(option, typed.province)}
            onLeave={(text) => place.leave("province", text)}
            onPasteText={paste}
          />
          <div>
            <Combobox
            id={`${names.commune}-search`}
            label={t("commune")}
            placeholder={t("communeSearch")}
            required
            hint={t("hint")}
            error={errorOf("commune")}
            chosen={commune?.label ?? ""}
            options={communeOptions}
            status={communeStatus()}
            onType={(text) => place.type("commune", text)}
            onChoose={({ choice }) => place.chooseCommune(choice)}
            onLeave={(text) => place.leave("commune", text)}
            onPasteText={paste}
          />
          <PlaceNotice news={place.news} onChoose={place.chooseCandidate} />
          </div>
        </>
      ) : null}
    </>
  );
}
