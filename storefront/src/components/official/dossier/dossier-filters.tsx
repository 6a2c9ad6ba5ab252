import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { localeHref } from "@/i18n/locale-href";
import { kinds, states } from "@/lib/dossier/names";
import { dossierOrders, type DossierQuery, dossiersHref } from "@/lib/official/dossier/query";

/** `communes` is empty for whoever has only one, or all of the country. */
type Props = { query: DossierQuery; byState: Record<string, number>; sets: { set_no: number; name: string; count: number }[]; communes: Option[] };

/** An ordinary form: works before scripts arrive, and its address can be kept. */
export function DossierFilters({ query, byState, sets, communes }: Props) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const present = states.filter((state) => (byState[state] ?? 0) > 0 || state === query.state);
  const set = ({ set_no, name, count }: (typeof sets)[number]) => ({ value: String(set_no), label: `${t("setName", { no: set_no, name })} (${count})` });
  const unknownSet = query.set_no && !sets.some(({ set_no }) => String(set_no) === query.set_no) ? [{ value: query.set_no, label: t("desk.setNo", { no: query.set_no }) }] : [];
  return (
    <form action={localeHref(locale, "/dieu-hanh/ho-so")} className="screen-only flex flex-col gap-2" role="search">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <TextField label={t("desk.words")} name="q" id="dossier-q" data-testid="filter-q" defaultValue={query.q} maxLength={100} autoComplete="off" />
        <Select
          label={t("desk.state")}
          name="state"
          data-testid="filter-state"
          placeholder={t("desk.anyState")}
          options={present.map((state) => ({ value: state, label: `${t(`states.${state}.name`)} (${byState[state] ?? 0})` }))}
          defaultValue={query.state ?? ""}
        />
        <Select label={t("desk.kind")} name="kind" placeholder={t("desk.anyKind")} options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} defaultValue={query.kind ?? ""} />
        {communes.length > 0 ? <Select label={t("desk.commune")} name="commune" data-testid="filter-commune" placeholder={t("desk.anyCommune")} options={communes} defaultValue={query.commune ?? ""} /> : null}
        <Select label={t("desk.set")} name="set_no" data-testid="filter-set" placeholder={t("desk.anySet")} options={[...sets.map(set), ...unknownSet]} defaultValue={query.set_no ?? ""} />
        <Select label={t("desk.sort")} name="sort" data-testid="filter-sort" options={dossierOrders.map((order) => ({ value: order, label: t(`desk.orders.${order}`) }))} defaultValue={query.sort ?? "deadline"} />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        {(["mine", "overdue"] as const).map((name) => (
          <label key={name} className="flex min-h-11 items-center gap-2">
            <input type="checkbox" name={name} value="true" defaultChecked={query[name]} data-testid={`filter-${name}`} className="size-5 accent-tea-700" />
            {t(`desk.${name}`)}
          </label>
        ))}
        <Button type="submit" data-testid="filter">
          {t("desk.filter")}
        </Button>
        <a href={localeHref(locale, dossiersHref({ ...query, page: 1 }, "/dieu-hanh/ho-so/csv"))} download data-testid="dossiers-csv" className="inline-flex min-h-11 items-center text-link sm:ml-auto">
          {t("desk.csv")}
        </a>
      </div>
    </form>
  );
}
