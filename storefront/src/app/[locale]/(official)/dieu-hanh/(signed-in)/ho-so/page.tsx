import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DossierFilters } from "@/components/official/dossier/dossier-filters";
import { DossierTable } from "@/components/official/dossier/dossier-table";
import { PageLinks } from "@/components/official/dossier/page-links";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import type { PageQuery } from "@/lib/door/page-query";
import { loadDossiers } from "@/lib/official/dossier/load";
import { loadMe } from "@/lib/official/load";
import { listCommunes } from "@/lib/shop/places";
import { dossiersHref, dossiersPerPage, readDossierQuery } from "@/lib/official/dossier/query";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dossier.desk");
  return { title: t("title"), robots: { index: false } };
}

/** The dossiers this official may see, the most urgent first unless another order is asked for. */
export default async function OfficialDossiersPage({ searchParams }: Props) {
  const query = readDossierQuery(await searchParams);
  const here = dossiersHref(query);
  const [t, locale, me, { dossiers, count, by_state, by_set, overdue }] = await Promise.all([getTranslations("dossier.desk"), getLocale(), loadMe(here), loadDossiers(query, here)]);
  const communes = me.unit?.code.length === 2 ? (await listCommunes(me.unit.code, locale)).map(({ code, name, full_name }) => ({ value: code, label: locale === "en" ? name : full_name })) : [];
  const total = Object.values(by_state).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <IllustrativeBanner show={dossiers.some((dossier) => dossier.illustrative)} />
      <header className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="text-indigo-800">{t("title")}</h1>
        <p data-testid="dossier-count" data-count={count}>
          {t("counts", { total, overdue })}
        </p>
      </header>
      {total === 0 ? (
        <Message title={t("none")} text={t("noneText")} />
      ) : (
        <>
          <DossierFilters query={query} byState={by_state} sets={by_set} communes={communes} />
          {dossiers.length === 0 ? (
            <Message title={t("noneOfThese")}>
              <Link href="/dieu-hanh/ho-so" className="text-link">
                {t("clear")}
              </Link>
            </Message>
          ) : (
            <DossierTable dossiers={dossiers} query={query} />
          )}
          <PageLinks query={query} pages={Math.max(1, Math.ceil(count / dossiersPerPage))} />
        </>
      )}
    </>
  );
}
