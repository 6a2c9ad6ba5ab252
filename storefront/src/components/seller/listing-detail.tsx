import { getLocale, getTranslations } from "next-intl/server";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Notice } from "@/components/ui/notice";
import { Picture } from "@/components/ui/picture";
import { Link } from "@/i18n/link";
import { formatCount } from "@/lib/format/money";
import type { readEvidenceSearch } from "@/lib/seller/evidence";
import type { ListingText } from "@/lib/seller/listing-payload";
import { loadListing } from "@/lib/seller/load";
import type { Listing } from "@/lib/seller/schemas";
import { EditListingForm } from "./edit-listing-form";
import { EvidenceForm } from "./evidence-form";
import { ListingStateBadge } from "./listing-state-badge";

export async function ListingDetail({ id, evidence }: { id: string; evidence: ReturnType<typeof readEvidenceSearch> }) {
  const [t, locale, listing] = await Promise.all([
    getTranslations("seller"),
    getLocale(),
    loadListing(id, `/ban-hang/hang/${id}`),
  ]);
  const images = listing.images ?? (listing.image ? [listing.image] : []);
  return (
    <>
      <IllustrativeBanner show={listing.illustrative === true} />
      <div className="flex flex-wrap items-center gap-3">
        <ListingStateBadge listing={listing} />
        {listing.status === "published" ? (
          <Link href={`/san-pham/${listing.handle}`} className="inline-flex min-h-12 items-center text-link">
            {t("listing.seeOnMarket")}
          </Link>
        ) : null}
      </div>
      {listing.status === "rejected" && listing.rejection_reason ? (
        <Notice tone="bad">{t("listings.reason", { reason: listing.rejection_reason })}</Notice>
      ) : null}
      {images.length > 0 ? (
        <ul className="flex gap-2 overflow-x-auto">
          {images.map((image) => (
            <li key={image.id} className="w-28 shrink-0 overflow-hidden rounded">
              <Picture media={image} alt={image.alt ?? listing.title} sizes="112px" />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t("listing.noPhoto")}</p>
      )}
      <EditListingForm id={listing.id} initial={asTyped(listing, locale)} />
      <p className="text-sm text-ink-soft">{t("listingForm.starsNote")}</p>
      <EvidenceForm id={listing.id} {...evidence} registered={listing.ocop != null} />
    </>
  );
}

function asTyped(listing: Listing, locale: string): ListingText {
  const number = (value: number | null | undefined) => (value == null ? "" : formatCount(value, locale));
  return {
    title: listing.title,
    unit: listing.unit ?? "",
    net_weight_grams: number(listing.net_weight_grams),
    net_volume_ml: number(listing.net_volume_ml),
    price_vnd: number(listing.price_vnd),
    stock_quantity: number(listing.available_quantity),
    description: listing.description ?? "",
    perishable: listing.perishable ? "yes" : "",
  };
}
