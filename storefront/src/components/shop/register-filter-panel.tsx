import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { Select } from "@/components/ui/select";
import { formatCount } from "@/lib/format/money";
import { registerSorts, registerStatuses, type RegisterFilters } from "@/lib/shop/register-filters";
import type { RegisterResult } from "@/lib/types";

type Props = { filters: RegisterFilters; facets: RegisterResult["facets"]; chosen: { province: string; commune: string } };

/** The search box above, to which every field of the panel belongs: one plain form, no scripts. */
export const registerForm = "register-form";
const inForce = ["valid", "expiring", "prolonged"];

/** The numbers say what each choice would leave. */
export function RegisterFilterPanel({ filters, facets, chosen }: Props) {
  const t = useTranslations("shop.register");
  const locale = useLocale();
  const option = (value: string, label: string, count = 0) => ({ value, label: `${label} (${formatCount(count, locale)})` });
  const countOf = (counts: { value: string; count: number }[], value: string) => counts.find((one) => one.value === value)?.count ?? 0;
  /** A choice that leaves nothing stays in its list as long as it is the chosen one. */
  const named = (counts: { value: string; name: string; count: number }[], value: string, name: string) => [
    ...(value && countOf(counts, value) === 0 ? [option(value, name || value)] : []),
    ...[...counts].sort((a, b) => a.name.localeCompare(b.name, "vi")).map((one) => option(one.value, one.name, one.count)),
  ];
  const statusCount = (status: string) =>
    status === "in_force" ? inForce.reduce((sum, one) => sum + countOf(facets.statuses, one), 0) : countOf(facets.statuses, status);
  return (
    <Fold aside title={t("filters")} data-testid="register-filters">
      <div className="flex flex-col gap-4 pt-2 pb-4">
        <fieldset>
          <legend className="font-semibold">{t("stars")}</legend>
          {[5, 4, 3].map((star) => (
            <label key={star} className="flex min-h-11 items-center gap-3">
              <input type="checkbox" form={registerForm} name="stars" value={star} defaultChecked={filters.stars.includes(star)} className="size-5 accent-tea-700" />
              {t("starsOption", { star })} <span className="text-sm text-ink-soft">({formatCount(countOf(facets.stars, String(star)), locale)})</span>
            </label>
          ))}
        </fieldset>
        <Select form={registerForm} name="status" label={t("status")} placeholder={t("any")} defaultValue={filters.status} options={registerStatuses.map((status) => option(status, t(`statusOption.${status}`), statusCount(status)))} />
        <Select form={registerForm} name="province" label={t("province")} placeholder={t("any")} defaultValue={filters.province} options={named(facets.provinces, filters.province, chosen.province)} />
        {filters.province ? (
          <Select form={registerForm} name="commune" label={t("commune")} placeholder={t("any")} defaultValue={filters.commune} options={named(facets.communes, filters.commune, chosen.commune)} />
        ) : null}
        <Select form={registerForm} name="set" label={t("set")} placeholder={t("any")} defaultValue={filters.set} options={named(facets.sets, filters.set, t("setNumber", { set: filters.set }))} />
        <Select form={registerForm} name="sort" label={t("sort")} defaultValue={filters.sort} options={registerSorts.map((sort) => ({ value: sort, label: t(`sortBy.${sort}`) }))} />
        <Button type="submit" form={registerForm} data-testid="register-apply">
          {t("apply")}
        </Button>
      </div>
    </Fold>
  );
}
