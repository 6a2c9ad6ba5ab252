"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { PlaceOption } from "@/lib/place/types";

type Props = {
  names: { province: string; commune: string };
  provinces: readonly PlaceOption[];
  communes: readonly PlaceOption[];
  province: string;
  commune: string;
  errors?: { province?: string; commune?: string };
  /** Out of sight and out of the tab order: the comboboxes stand in their place. */
  hidden: boolean;
  onChoose: (field: "province" | "commune", code: string) => void;
};

const toSelect = (options: readonly PlaceOption[]) => options.map(({ code, label }) => ({ value: code, label }));

/** What the form really sends: two plain selects, which work without scripts and which the browser can fill in. */
export function PlaceSelects({ names, provinces, communes, province, commune, errors, hidden, onChoose }: Props) {
  const t = useTranslations("place.picker");
  return (
    <div className={hidden ? "sr-only" : "flex flex-col gap-4"} aria-hidden={hidden || undefined}>
      <Select
        label={t("province")}
        name={names.province}
        options={toSelect(provinces)}
        placeholder={t("provincePlaceholder")}
        value={province}
        onChange={(event) => onChoose("province", event.target.value)}
        autoComplete="address-level1"
        tabIndex={hidden ? -1 : undefined}
        required
        error={errors?.province}
      />
      <Select
        label={t("commune")}
        name={names.commune}
        options={toSelect(communes)}
        placeholder={province ? t("communePlaceholder") : t("provinceFirst")}
        value={commune}
        onChange={(event) => onChoose("commune", event.target.value)}
        autoComplete="address-level2"
        tabIndex={hidden ? -1 : undefined}
        required
        hint={t("selectHint")}
        error={errors?.commune}
      />
    </div>
  );
}
