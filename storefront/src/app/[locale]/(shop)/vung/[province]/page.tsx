import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RegionPage } from "@/components/shop/region-page";
import { placeName } from "@/lib/format/place";
import { listCommunes, listProvinces } from "@/lib/shop/places";

type Props = { params: Promise<{ province: string }> };

async function findProvince(code: string, locale: string) {
  return (await listProvinces(locale)).find((province) => province.code === code) ?? null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("shop.region"), getLocale()]);
  const province = await findProvince((await params).province, locale);
  return province ? { title: t("title", { name: placeName(province, locale) }) } : {};
}

export default async function ProvincePage({ params }: Props) {
  const locale = await getLocale();
  const province = await findProvince((await params).province, locale);
  if (!province) notFound();
  return <RegionPage province={province} commune={null} communes={await listCommunes(province.code, locale)} />;
}
