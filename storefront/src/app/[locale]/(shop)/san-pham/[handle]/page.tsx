import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AddToCartForm } from "@/components/shop/add-to-cart-form";
import { ListingPictures } from "@/components/shop/listing-pictures";
import { SellerLine } from "@/components/shop/seller-line";
import { TrustBlock } from "@/components/shop/trust-block";
import { Badge } from "@/components/ui/badge";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { JsonLd } from "@/components/ui/json-ld";
import { Price } from "@/components/ui/price";
import { Stars } from "@/components/ui/stars";
import { Link } from "@/i18n/link";
import { formatVolume, formatWeight } from "@/lib/format/measure";
import { formatCount, formatVnd } from "@/lib/format/money";
import { findListing } from "@/lib/shop/catalogue";
import { shopOrigin } from "@/lib/shop/origin";
import { listingJsonLd } from "@/lib/verification/json-ld";

type Props = { params: Promise<{ handle: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await getLocale();
  const listing = await findListing((await params).handle, locale);
  if (!listing) return {};
  const { title, seller, price_vnd } = listing;
  return { title, description: `${title}, ${formatVnd(price_vnd, locale)}. ${seller.name}, ${seller.commune.name}, ${seller.province.name}.` };
}

export default async function ListingPage({ params }: Props) {
  const [t, locale] = await Promise.all([getTranslations("shop.listing"), getLocale()]);
  const listing = await findListing((await params).handle, locale);
  if (!listing) notFound();
  const { ocop, gi, mark, quality, available_quantity: available } = listing;
  const kinds = await getTranslations("common");
  const carried = quality.filter(({ mark_rank }) => mark_rank !== null);
  const size = listing.net_weight_grams
    ? t("weight", { weight: formatWeight(listing.net_weight_grams, locale) })
    : listing.net_volume_ml
      ? t("volume", { volume: formatVolume(listing.net_volume_ml, locale) })
      : null;
  const words = {
    quantity: t("quantity"),
    add: t("add"),
    adding: t("adding"),
    added: t("added"),
    toCart: t("toCart"),
    soldOutProblem: t("soldOutProblem"),
    failedProblem: t("failedProblem"),
  };
  return (
    <>
      <JsonLd data={listingJsonLd(listing, shopOrigin())} />
      <IllustrativeBanner show={listing.illustrative || Boolean(ocop?.illustrative) || Boolean(gi?.illustrative) || Boolean(mark?.illustrative) || quality.some((paper) => paper.illustrative)} />
      <div className="grid items-start gap-6 md:grid-cols-2 md:gap-10">
        <ListingPictures listing={listing} />
        <div className="flex flex-col gap-4">
          <h1>{listing.title}</h1>
          {ocop?.stars || gi || mark || carried.length > 0 ? (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {ocop?.stars ? (
                <Link href={`/xac-thuc/${encodeURIComponent(ocop.certificate_code)}`} className="inline-flex min-h-11 items-center">
                  <Stars count={ocop.stars} />
                </Link>
              ) : null}
              {gi ? (
                <Link href={`/chi-dan-dia-ly/${gi.gi_handle}`} className="inline-flex min-h-11 items-center" data-testid="gi-seal">
                  <Badge tone="indigo">{t("gi", { name: gi.name })}</Badge>
                </Link>
              ) : null}
              {mark ? (
                <Link href={`/nhan-hieu/${mark.mark_handle}`} className="inline-flex min-h-11 items-center" data-testid="mark-seal">
                  <Badge>{t("mark", { kind: kinds(`signKind.${mark.kind}`), name: mark.name })}</Badge>
                </Link>
              ) : null}
              {carried.map((paper) => (
                <a key={paper.id} href="#trust" className="inline-flex min-h-11 items-center" data-testid="quality-mark">
                  <Badge tone="tea">{kinds(`qualityKind.${paper.kind}`)}</Badge>
                </a>
              ))}
            </p>
          ) : null}
          <div>
            <Price amountVnd={listing.price_vnd} perUnit={listing.price_per_unit} unit={listing.unit} large />
            {size ? <p className="text-sm text-ink-soft">{size}</p> : null}
          </div>
          <p data-testid="stock" data-available={available} className={available > 0 && available <= 5 ? "font-semibold text-brick-600" : "text-ink-soft"}>
            {available === 0 ? t("soldOut") : t(available <= 5 ? "fewLeft" : "inStock", { count: `${formatCount(available, locale)} ${listing.unit}` })}
          </p>
          {available > 0 ? <AddToCartForm variantId={listing.variant_id} available={available} words={words} /> : null}
          <TrustBlock ocop={ocop} gi={gi} mark={mark} quality={quality} />
          <SellerLine seller={listing.seller} />
          {listing.description ? (
            <section aria-labelledby="about">
              <h2 id="about" className="mb-1">
                {t("about")}
              </h2>
              <p className="whitespace-pre-line">{listing.description}</p>
            </section>
          ) : null}
        </div>
      </div>
    </>
  );
}
