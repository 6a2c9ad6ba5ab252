import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RegisterFilters } from "@/components/official/desk/register-filters";
import { RegisterTable } from "@/components/official/desk/register-table";
import { Forbidden } from "@/components/official/forbidden";
import { ButtonLink } from "@/components/ui/button";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { localeHref } from "@/i18n/locale-href";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { callDoor } from "@/lib/door/session";
import { formatCount } from "@/lib/format/money";
import { placeTitle } from "@/lib/format/place";
import { loadMe } from "@/lib/official/load";
import { pageSize, readRegisterQuery, registerHref, registerSearch } from "@/lib/official/register-query";
import { registerSchema } from "@/lib/official/register-schemas";
import { listCommunes } from "@/lib/shop/places";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title"), robots: { index: false } };
}

/** Every product of the official's area that was ever entered into the register. */
export default async function RegisterPage({ searchParams }: Props) {
  const query = readRegisterQuery(await searchParams);
  const here = registerHref(query);
  const { page, ...filters } = query;
  const [t, locale, me, answer] = await Promise.all([
    getTranslations("desk"),
    getLocale(),
    loadMe("/dieu-hanh/so-dang-ky"),
    callDoor(officialDoor, { path: "/official/register", query: { ...filters, limit: pageSize, offset: (page - 1) * pageSize }, schema: registerSchema, here: "/dieu-hanh/so-dang-ky" }),
  ]);
  if (!answer.ok && answer.status === 403) return <Forbidden ownUnit={me.unit} />;
  if (!answer.ok) throw new Error(`${here} answered ${answer.status} ${answer.code}`);
  const { products, count } = answer.data;
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const communes = me.official.role === "province" && me.unit ? await listCommunes(me.unit.code, locale) : [];
  const files = registerSearch({ ...query, page: 1 });
  return (
    <>
      <IllustrativeBanner show={products.some((product) => product.illustrative)} />
      <header className="flex flex-col gap-1">
        <h1 className="text-indigo-800">{t("title")}{me.unit ? `: ${placeTitle(me.unit, locale)}` : ""}</h1>
        <p data-testid="register-count" data-count={count}>{t("count", { count, shown: formatCount(count, locale) })}</p>
      </header>
      <RegisterFilters action={localeHref(locale, "/dieu-hanh/so-dang-ky")} query={query} communes={communes.map((commune) => ({ value: commune.code, label: placeTitle(commune, locale) }))} />
      <p className="screen-only flex flex-wrap items-center gap-x-5">
        <span>{t("export")}</span>
        {["xlsx", "csv"].map((format) => (
          <a key={format} href={`/api/official/files/so.${format}${files}`} download data-testid={`export-${format}`} className="inline-flex min-h-11 items-center text-link">
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      {products.length === 0 ? <Message title={t("empty")} text={t("emptyText")} /> : <RegisterTable products={products} query={query} wholeCountry={me.unit === null} />}
      {pages > 1 || page > 1 ? (
        <nav aria-label={t("paging")} className="screen-only flex flex-wrap items-center gap-4">
          {page > 1 ? <ButtonLink variant="secondary" href={registerHref({ ...query, page: Math.min(page - 1, pages) })}>{t("previous")}</ButtonLink> : null}
          <span>{t("page", { page, pages })}</span>
          {page < pages ? <ButtonLink variant="secondary" href={registerHref({ ...query, page: page + 1 })}>{t("next")}</ButtonLink> : null}
        </nav>
      ) : null}
    </>
  );
}
