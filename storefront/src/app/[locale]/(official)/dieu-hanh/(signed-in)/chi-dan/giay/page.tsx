import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BookFilters } from "@/components/official/book-filters";
import { BookTabs } from "@/components/official/book-tabs";
import { CertificatePapers } from "@/components/official/certificate-papers";
import { PageLinks } from "@/components/shop/page-links";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { ClientMessages } from "@/i18n/client-messages";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { loadDoor } from "@/lib/door/session";
import { placeTitle } from "@/lib/format/place";
import { loadMe } from "@/lib/official/load";
import { bookHref, pageSize, readBookQuery } from "@/lib/official/register-book";
import { certificateKinds, certificatesAnswer } from "@/lib/quality-certificate";

type Props = { searchParams: Promise<PageQuery> };

const path = "/dieu-hanh/chi-dan/giay";
const states = ["unchecked", "valid", "expiring", "expired", "revoked", "rejected"] as const;
const sorts = ["waiting_longest", "newest", "ending"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("official.certificates");
  return { title: t("title"), robots: { index: false } };
}

/** Papers of the area's shops. Without a filter: those that wait, who has waited longest first. */
export default async function CertificatesPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { values, page } = readBookQuery(parameters, { q: null, kind: certificateKinds, state: [...states, "all"], sort: sorts });
  const here = bookHref(path, values, page);
  const [t, kindNames, stateNames, all, me, locale] = await Promise.all([
    getTranslations("official.certificates"),
    getTranslations("common.qualityKind"),
    getTranslations("common.qualityState"),
    getTranslations("official.rights"),
    loadMe(here),
    getLocale(),
  ]);
  const shown = { state: "unchecked", sort: "waiting_longest", ...values };
  const query = { ...shown, state: shown.state === "all" ? undefined : shown.state, limit: pageSize, offset: (page - 1) * pageSize };
  const { quality_certificates: papers, count } = await loadDoor(officialDoor, { path: "/official/quality-certificates", query, schema: certificatesAnswer, here });
  return (
    <>
      <IllustrativeBanner show={papers.some(({ illustrative }) => illustrative)} />
      <header className="flex flex-col gap-3">
        <h1 className="text-indigo-800">{t("title")}{me.unit ? `: ${placeTitle(me.unit, locale)}` : ""}</h1>
        <BookTabs current="certificates" />
      </header>
      <BookFilters
        action={path}
        values={shown}
        search={t("search")}
        selects={[
          { name: "kind", label: t("kind"), options: certificateKinds.map((value) => ({ value, label: kindNames(value) })) },
          { name: "state", label: t("state"), any: "all", options: states.map((value) => ({ value, label: stateNames(value) })) },
        ]}
        sorts={sorts.map((value) => ({ value, label: t(`sort_${value}`) }))}
        allLabel={all("all")}
      />
      <p data-testid="papers-count" data-count={count}>{t("count", { count })}</p>
      {papers.length === 0 ? (
        <Message title={t("empty")} />
      ) : (
        <ClientMessages namespaces={["official.certificates", "official.rights"]}>
          <CertificatePapers papers={papers} />
        </ClientMessages>
      )}
      <PageLinks page={page} pages={Math.ceil(count / pageSize)} hrefOf={(other) => bookHref(path, values, other)} />
    </>
  );
}
