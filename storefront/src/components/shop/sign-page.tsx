import { getLocale, getTranslations } from "next-intl/server";
import { ListingLinks } from "@/components/shop/listing-links";
import { BackToSigns, Source } from "@/components/shop/sign-source";
import { SignUsers } from "@/components/shop/sign-users";
import { ZoneSection } from "@/components/shop/zone-section";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { formatDate } from "@/lib/format/date";
import { placeTitle } from "@/lib/format/place";
import type { GeographicalIndication } from "@/lib/types";
import { Facts } from "./facts";

export async function signTitle({ kind, name, product }: GeographicalIndication): Promise<string> {
  const [t, kinds] = await Promise.all([getTranslations("shop.gi"), getTranslations("common.signKind")]);
  return kind === "geographical_indication" ? t("nameAndProduct", { name: t("title", { name }), product }) : t("titleMark", { kind: kinds(kind), name });
}

/** An indication or a mark. What no source confirms is said to be unconfirmed, never shown as fact. */
export async function SignPage({ sign }: { sign: GeographicalIndication }) {
  const [t, locale, title] = await Promise.all([getTranslations("shop.gi"), getLocale(), signTitle(sign)]);
  const isIndication = sign.kind === "geographical_indication";
  const known = (value: string | null) => value ?? <span className="font-normal text-ink-soft">{t("unknown")}</span>;
  const facts = [
    { term: t("product"), value: sign.product },
    { term: t("provinces"), value: sign.provinces.map((province) => placeTitle(province, locale)).join(", ") },
    { term: t(isIndication ? "certificate" : "number"), value: known(sign.certificate_no) },
    { term: t("registered"), value: known(sign.registered_on ? formatPartialDate(sign.registered_on, locale) : null) },
    ...(isIndication
      ? [{ term: t("manager"), value: known(sign.manager) }]
      : [
          { term: t("owner"), value: known(sign.owner) },
          { term: t("regulation"), value: known(sign.regulation) },
          { term: t("protectedUntil"), value: sign.protected_until ? formatDate(sign.protected_until, locale) : null },
        ]),
  ];
  return (
    <div className="flex flex-col gap-6">
      <IllustrativeBanner show={sign.users.some(({ illustrative }) => illustrative)} />
      <header className="max-w-prose">
        <BackToSigns label={t("back")} />
        <h1 className="text-indigo-800" data-testid="sign-title">{title}</h1>
        <p className="mt-1 text-ink-soft">{isIndication ? t("meaning") : t(`meaning_${sign.kind as "collective_mark" | "certification_mark"}`)}</p>
      </header>
      <div className="grid items-start gap-6 md:grid-cols-2 md:gap-10">
        <div className="flex flex-col gap-6">
          {sign.story ? (
            <section aria-labelledby="story" className="flex flex-col gap-2">
              <h2 id="story">{t("story")}</h2>
              <p>{locale === "en" ? sign.story.en : sign.story.vi}</p>
              <Source label={t("source")} text={sign.story.source} />
            </section>
          ) : null}
          <section aria-labelledby="facts" className="flex flex-col gap-2">
            <h2 id="facts">{t("facts")}</h2>
            <Facts facts={facts} />
            <Source label={t("source")} text={sign.source} />
          </section>
          <SignUsers users={sign.users} />
          <section aria-labelledby="products">
            <h2 id="products">{t("products")}</h2>
            {sign.products.length === 0 ? <p className="text-ink-soft">{t("productsEmpty")}</p> : null}
            <ListingLinks listings={sign.products} />
          </section>
        </div>
        <ZoneSection zone={sign.zone} isIndication={isIndication} />
      </div>
    </div>
  );
}

/** As precise as the source knows it: 2010, 2012-02 or a day. */
function formatPartialDate(text: string, locale: string): string {
  if (/^\d{4}$/.test(text)) return text;
  if (/^\d{4}-\d{2}$/.test(text)) return text.split("-").reverse().join("/");
  return formatDate(text, locale);
}
