import { useLocale, useTranslations } from "next-intl";
import { Picture } from "@/components/ui/picture";
import { Price } from "@/components/ui/price";
import { Link } from "@/i18n/link";
import { formatCount } from "@/lib/format/money";
import { netAmount } from "@/lib/seller/listing-state";
import type { Listing } from "@/lib/seller/schemas";
import { ListingStateBadge } from "./listing-state-badge";

/** One of my products: picture, state, price, what is left, and why it came back if it did. */
export function ListingCard({ listing }: { listing: Listing }) {
  const t = useTranslations("seller.listings");
  const locale = useLocale();
  const unit = [listing.unit, netAmount(listing, locale)].filter(Boolean).join(" ");
  return (
    <Link
      href={`/ban-hang/hang/${listing.id}`}
      data-testid={`listing-${listing.id}`}
      data-state={listing.status}
      className="flex gap-3 overflow-hidden rounded border border-line bg-card"
    >
      <span className="w-28 shrink-0">
        <Picture media={listing.image ?? listing.images?.[0] ?? null} alt="" sizes="112px" className="h-full" />
      </span>
      <span className="flex min-w-0 grow flex-col items-start gap-1 py-3 pr-3">
        <ListingStateBadge listing={listing} />
        <span className="font-semibold">{listing.title}</span>
        <Price amountVnd={listing.price_vnd} unit={unit} />
        {listing.available_quantity != null ? (
          <span className="text-ink-soft">{t("stock", { count: formatCount(listing.available_quantity, locale) })}</span>
        ) : null}
        {listing.status === "rejected" && listing.rejection_reason ? (
          <span className="text-brick-600">{t("reason", { reason: listing.rejection_reason })}</span>
        ) : null}
      </span>
    </Link>
  );
}
