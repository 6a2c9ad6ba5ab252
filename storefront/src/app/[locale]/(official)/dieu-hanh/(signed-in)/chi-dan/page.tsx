import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BookFilters } from "@/components/official/book-filters";
import { BookTabs } from "@/components/official/book-tabs";
import { RightsTable } from "@/components/official/rights-table";
import { PageLinks } from "@/components/shop/page-links";
import { ButtonLink } from "@/components/ui/button";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { loadDoor } from "@/lib/door/session";
import { placeTitle } from "@/lib/format/place";
import { loadMe } from "@/lib/official/load";
import { bookHref, pageSize, readBookQuery, rightsAnswer } from "@/lib/official/register-book";
import { listSigns } from "@/lib/shop/catalogue";

type Props = { searchParams: Promise<PageQuery> };

const path = "/dieu-hanh/chi-dan";
const statuses = ["valid", "not_yet", "expired", "revoked"] as const;
const sorts = ["producer", "newest", "ending"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("official.rights");
  return { title: t("title"), robots: { index: false } };
}

export default async function RightsPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { values, page } = readBookQuery(parameters, { q: null, gi: null, status: statuses, sort: sorts });
  const here = bookHref(path, values, page);
  const [t, locale, me] = await Promise.all([getTranslations("official.rights"), getLocale(), loadMe(here)]);
  const query = { ...values, limit: pageSize, offset: (page - 1) * pageSize };
  const [{ rights_of_use: rights, count }, signs] = await Promise.all([
    loadDoor(officialDoor, { path: "/official/rights-of-use", query, schema: rightsAnswer, here }),
    listSigns(locale),
  ]);
  const options = (names: readonly string[], prefix: string) => names.map((value) => ({ value, label: t(`${prefix}_${value}`) }));
  return (
    <>
      <IllustrativeBanner show={rights.some(({ illustrative }) => illustrative)} />
      <header className="flex flex-col gap-3">
        <h1 className="text-indigo-800">{t("title")}{me.unit ? `: ${placeTitle(me.unit, locale)}` : ""}</h1>
        <BookTabs current="rights" />
      </header>
      {parameters.done === "1" ? <Notice tone="good" title={t("recorded")} announce data-testid="right-recorded" /> : null}
      <div className="screen-only">
        <ButtonLink href={`${path}/moi`} data-testid="new-right">{t("new")}</ButtonLink>
      </div>
      <BookFilters
        action={path}
        values={values}
        search={t("search")}
        selects={[
          { name: "gi", label: t("sign"), options: signs.map((sign) => ({ value: sign.handle, label: `${sign.name} (${sign.product})` })) },
          { name: "status", label: t("status"), options: options(statuses, "status") },
        ]}
        sorts={options(sorts, "sort")}
      />
      <p data-testid="rights-count" data-count={count}>{t("count", { count })}</p>
      {rights.length === 0 ? (
        <Message title={t("empty")} />
      ) : (
        <ClientMessages namespaces={["official.rights"]}>
          <RightsTable rights={rights} />
        </ClientMessages>
      )}
      <PageLinks page={page} pages={Math.ceil(count / pageSize)} hrefOf={(other) => bookHref(path, values, other)} />
    </>
  );
}
