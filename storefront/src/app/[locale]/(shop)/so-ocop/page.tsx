import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FilterChips } from "@/components/shop/filter-chips";
import { PageLinks } from "@/components/shop/page-links";
import { RegisterFilterPanel, registerForm } from "@/components/shop/register-filter-panel";
import { RegisterRow } from "@/components/shop/register-row";
import { SearchBox } from "@/components/shop/search-box";
import { ButtonLink } from "@/components/ui/button";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { formatCount } from "@/lib/format/money";
import { shorten } from "@/lib/format/shorten";
import { searchRegister } from "@/lib/shop/catalogue";
import { listCommunes, listProvinces } from "@/lib/shop/places";
import { isNarrowed, readRegisterFilters, registerHref, registerPageSize } from "@/lib/shop/register-filters";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("shop.register");
  const filters = readRegisterFilters(await searchParams);
  return { title: filters.q ? t("titleFor", { q: shorten(filters.q, 60) }) : t("title"), description: t("lead"), robots: { index: !isNarrowed(filters) } };
}

export default async function RegisterPage({ searchParams }: Props) {
  const [t, tSearch, locale] = await Promise.all([getTranslations("shop.register"), getTranslations("shop.search"), getLocale()]);
  const asked = readRegisterFilters(await searchParams);
  const [provinces, communes] = await Promise.all([listProvinces(locale), listCommunes(asked.province, locale)]);
  const commune = communes.find(({ code }) => code === asked.commune);
  // Whoever changes the province in the form still sends the commune of the former one.
  const filters = { ...asked, commune: commune?.code ?? "" };
  const { products, count, facets } = await searchRegister(filters, locale);
  const pages = Math.ceil(count / registerPageSize);
  const chosen = { province: provinces.find(({ code }) => code === filters.province)?.name ?? "", commune: commune?.full_name ?? "" };
  const chips = [
    ...(filters.q ? [{ label: `“${shorten(filters.q, 40)}”`, href: registerHref(filters, { q: "" }) }] : []),
    ...filters.stars.map((star) => ({ label: t("starsOption", { star }), href: registerHref(filters, { stars: filters.stars.filter((one) => one !== star) }) })),
    ...(filters.status ? [{ label: t(`statusOption.${filters.status}`), href: registerHref(filters, { status: "" }) }] : []),
    ...(filters.province ? [{ label: chosen.province || filters.province, href: registerHref(filters, { province: "" }) }] : []),
    ...(filters.commune ? [{ label: chosen.commune, href: registerHref(filters, { commune: "" }) }] : []),
    ...(filters.set ? [{ label: facets.sets.find(({ value }) => value === filters.set)?.name ?? t("setNumber", { set: filters.set }), href: registerHref(filters, { set: "" }) }] : []),
  ];
  return (
    <>
      <IllustrativeBanner show={products.some((entry) => entry.illustrative)} />
      <h1>{t("title")}</h1>
      <p className="mt-1 mb-4 text-ink-soft">
        {t("lead")}{" "}
        <Link href="/xac-thuc" className="text-link">
          {t("check")}
        </Link>
      </p>
      <div className="mb-4 max-w-2xl">
        <SearchBox key={filters.q} q={filters.q} of="register" id={registerForm} />
      </div>
      <div className="gap-8 lg:flex lg:items-start">
        <RegisterFilterPanel key={registerHref(filters)} filters={filters} facets={facets} chosen={chosen} />
        <section aria-labelledby="register-count" className="min-w-0 grow">
          <h2 id="register-count" data-testid="register-count" data-count={count} className="mb-3 text-base">
            {t("count", { count, shown: formatCount(count, locale) })}
          </h2>
          <FilterChips chips={chips} />
          {count === 0 ? (
            <Message title={t("emptyTitle")} text={isNarrowed(filters) ? t("emptyText") : t("emptyRegister")}>
              {isNarrowed(filters) ? (
                <ButtonLink href="/so-ocop" variant="secondary">
                  {t("all")}
                </ButtonLink>
              ) : null}
            </Message>
          ) : products.length === 0 ? (
            <Message title={t("pastEnd")}>
              <ButtonLink href={registerHref(filters)} variant="secondary">
                {tSearch("page", { page: 1, pages: formatCount(pages, locale) })}
              </ButtonLink>
            </Message>
          ) : (
            <ul className="border-t border-line">
              {products.map((entry) => (
                <RegisterRow key={entry.certificate_code} entry={entry} />
              ))}
            </ul>
          )}
          {products.length > 0 ? <PageLinks page={filters.page} pages={pages} hrefOf={(page) => registerHref(filters, { page })} /> : null}
        </section>
      </div>
    </>
  );
}
