import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { expiryChoices, listedChoices, type RegisterQuery, registerSearch, statuses } from "@/lib/official/register-query";

type Props = { action: string; query: RegisterQuery; communes: Option[] };

/** A plain form: it works before any script has come. */
export function RegisterFilters({ action, query, communes }: Props) {
  const t = useTranslations("desk");
  const filtered = registerSearch({ ...query, page: 1, sort: undefined }) !== "";
  return (
    <form action={action} role="search" aria-label={t("filters.label")} className="screen-only flex flex-col gap-3" data-testid="register-filters">
      <TextField type="search" name="q" label={t("filters.words")} hint={t("filters.wordsHint")} defaultValue={query.q} maxLength={200} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <Select name="status" label={t("filters.status")} placeholder={t("filters.all")} defaultValue={query.status ?? ""} options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))} />
        <Select name="stars" label={t("filters.stars")} placeholder={t("filters.all")} defaultValue={query.stars ?? ""} options={["5", "4", "3"].map((value) => ({ value, label: t("filters.starsOption", { count: Number(value) }) }))} />
        <Select name="listed" label={t("filters.listed")} placeholder={t("filters.all")} defaultValue={query.listed ?? ""} options={listedChoices.map((value) => ({ value, label: t(`listed.${value}`) }))} />
        <Select name="expiring_within" label={t("filters.expiring")} placeholder={t("filters.any")} defaultValue={query.expiring_within ?? ""} options={expiryChoices.map((value) => ({ value, label: t("filters.days", { count: Number(value) }) }))} />
        {communes.length > 0 ? <Select name="commune" label={t("filters.commune")} placeholder={t("filters.all")} defaultValue={query.commune ?? ""} options={communes} /> : null}
      </div>
      {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" data-testid="filter-register">{t("filters.submit")}</Button>
        {filtered ? <ButtonLink variant="quiet" href="/dieu-hanh/so-dang-ky">{t("filters.clear")}</ButtonLink> : null}
      </div>
    </form>
  );
}
