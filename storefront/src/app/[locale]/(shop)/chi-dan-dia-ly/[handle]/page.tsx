import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Facts } from "@/components/shop/facts";
import { ListingLinks } from "@/components/shop/listing-links";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/format/date";
import { findIndication } from "@/lib/shop/catalogue";

type Props = { params: Promise<{ handle: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("shop.gi"), getLocale()]);
  const gi = await findIndication((await params).handle, locale);
  return gi ? { title: t("title", { name: gi.name }) } : {};
}

/** What no source confirms is said to be unconfirmed, never shown as fact. */
export default async function IndicationPage({ params }: Props) {
  const [t, locale] = await Promise.all([getTranslations("shop.gi"), getLocale()]);
  const gi = await findIndication((await params).handle, locale);
  if (!gi) notFound();
  const zone = gi.zone.filter((unit) => unit.confirmed && unit.commune);
  const known = (value: string | null) => (gi.confirmed && value ? value : <span className="font-normal text-ink-soft">{t("unknown")}</span>);
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <div>
        <h1 className="text-indigo-800">{t("title", { name: gi.name })}</h1>
        <p className="mt-1 text-ink-soft">{t("meaning")}</p>
      </div>
      <Facts
        facts={[
          { term: t("product"), value: gi.product },
          { term: t("provinces"), value: gi.provinces.map((province) => province.full_name).join(", ") },
          { term: t("certificate"), value: known(gi.certificate_no) },
          { term: t("registered"), value: known(gi.registered_on ? formatDate(gi.registered_on, locale) : null) },
          { term: t("manager"), value: known(gi.manager) },
        ]}
      />
      {gi.confirmed ? null : <Notice tone="info">{t("unconfirmed")}</Notice>}
      <section aria-labelledby="zone">
        <h2 id="zone">{t("zone")}</h2>
        <p className="text-ink-soft">{zone.length > 0 ? t("zoneText") : t("zoneEmpty")}</p>
        <ul>
          {zone.map(({ commune, old_unit }) => (
            <li key={`${commune?.code}-${old_unit}`} className="border-b border-line py-2">
              {commune?.full_name} <span className="text-sm text-ink-soft">({t("zoneFormer", { name: old_unit })})</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="products">
        <h2 id="products">{t("products")}</h2>
        {gi.products.length === 0 ? <p className="text-ink-soft">{t("productsEmpty")}</p> : null}
        <ListingLinks listings={gi.products} />
      </section>
    </div>
  );
}
