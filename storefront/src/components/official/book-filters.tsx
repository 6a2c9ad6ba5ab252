import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select, type Option } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { localeHref } from "@/i18n/locale-href";

type Props = {
  action: string;
  values: Record<string, string | undefined>;
  search: string;
  /** `any`: the value that stands for all of them; left out: none. */
  selects: { name: string; label: string; options: Option[]; any?: string }[];
  sorts: Option[];
  allLabel?: string;
};

/** A plain form whose answer is an address: it can be sent to a colleague, and works without scripts. */
export function BookFilters({ action, values, search, selects, sorts, allLabel }: Props) {
  const t = useTranslations("official.rights");
  const locale = useLocale();
  return (
    <form action={localeHref(locale, action)} className="screen-only grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
      <TextField label={search} name="q" type="search" defaultValue={values.q ?? ""} data-testid="filter-q" />
      {selects.map(({ name, label, options, any = "" }) => (
        <Select
          key={name}
          label={label}
          name={name}
          data-testid={`filter-${name}`}
          defaultValue={values[name] ?? any}
          options={[{ value: any, label: allLabel ?? t("all") }, ...options]}
        />
      ))}
      <Select label={t("sort")} name="sort" data-testid="filter-sort" defaultValue={values.sort ?? sorts[0]?.value} options={sorts} />
      <Button type="submit" variant="secondary" size="large" data-testid="filter-submit">
        {t("filter")}
      </Button>
    </form>
  );
}
