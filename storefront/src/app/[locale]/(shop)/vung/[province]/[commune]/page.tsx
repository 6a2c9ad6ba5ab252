import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RegionPage } from "@/components/shop/region-page";
import { placeName } from "@/lib/format/place";
import { listCommunes, listProvinces } from "@/lib/shop/places";

type Props = { params: Promise<{ province: string; commune: string }> };

async function findPlace({ params }: Props, locale: string) {
  const { province: provinceCode, commune: communeCode } = await params;
  const province = (await listProvinces(locale)).find(({ code }) => code === provinceCode);
  const commune = province && (await listCommunes(provinceCode, locale)).find(({ code }) => code === communeCode);
  return commune ? { province, commune } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("shop.region"), getLocale()]);
  const place = await findPlace(props, locale);
  return place ? { title: t("title", { name: placeName(place.commune, locale) }) } : {};
}

export default async function CommunePage(props: Props) {
  const place = await findPlace(props, await getLocale());
  if (!place) notFound();
  return <RegionPage province={place.province} commune={place.commune} communes={[]} />;
}
