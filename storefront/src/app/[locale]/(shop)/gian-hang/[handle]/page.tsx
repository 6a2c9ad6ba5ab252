import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ProductGrid } from "@/components/shop/product-card";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Link } from "@/i18n/link";
import { placeLine } from "@/lib/format/place";
import { findSeller } from "@/lib/shop/catalogue";

type Props = { params: Promise<{ handle: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findSeller((await params).handle, await getLocale());
  return found ? { title: found.seller.name } : {};
}

export default async function SellerPage({ params }: Props) {
  const [t, kinds, locale] = await Promise.all([getTranslations("shop.seller"), getTranslations("common.sellerKind"), getLocale()]);
  const found = await findSeller((await params).handle, locale);
  if (!found) notFound();
  const { seller, listings } = found;
  return (
    <>
      <IllustrativeBanner show={Boolean(seller.illustrative) || listings.some((listing) => listing.illustrative)} />
      <p className="text-ink-soft">{kinds(seller.kind)}</p>
      <h1>{seller.name}</h1>
      <p className="text-ink-soft">
        {placeLine(seller.commune, seller.province, locale)}
      </p>
      <p>
        <Link href={`/vung/${seller.province.code}/${seller.commune.code}`} className="inline-flex min-h-11 items-center text-link">
          {t("region")}
        </Link>
      </p>
      <h2 className="mt-4 mb-3 text-base">{t("listings", { count: listings.length })}</h2>
      <ProductGrid listings={listings} />
    </>
  );
}
