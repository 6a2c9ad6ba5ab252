import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Picture } from "@/components/ui/picture";
import { Price } from "@/components/ui/price";
import { Stars } from "@/components/ui/stars";
import { Link } from "@/i18n/link";
import type { ListingCard } from "@/lib/types";

type Props = { listing: ListingCard; eager?: boolean; headingLevel?: 2 | 3 };

export function ProductCard({ listing, eager = false, headingLevel = 3 }: Props) {
  const t = useTranslations("shop.listing");
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const kinds = useTranslations("common");
  const { seller, ocop, gi, mark } = listing;
  const [carried] = listing.quality.filter(({ mark_rank }) => mark_rank !== null);
  return (
    <article data-testid="product-card" data-handle={listing.handle} className="relative flex flex-col gap-1.5">
      <Picture media={listing.image} alt="" sizes="(min-width: 64rem) 16rem, (min-width: 40rem) 33vw, 50vw" eager={eager} className="rounded" />
      <Heading className="mt-1 line-clamp-2 text-base leading-snug font-semibold">
        <Link href={`/san-pham/${listing.handle}`} className="after:absolute after:inset-0">
          {listing.title}
        </Link>
      </Heading>
      <Price amountVnd={listing.price_vnd} perUnit={listing.price_per_unit} unit={listing.unit} />
      <p className="text-sm leading-snug text-ink-soft">
        {seller.commune.name}, {seller.province.name}
      </p>
      {ocop?.stars || gi || mark || carried || listing.available_quantity === 0 ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {ocop?.stars ? <Stars count={ocop.stars} compact /> : null}
          {gi ? <Badge tone="indigo">{t("giShort", { name: gi.name })}</Badge> : null}
          {mark && !gi ? <Badge>{t("mark", { kind: kinds(`signKind.${mark.kind}`), name: mark.name })}</Badge> : null}
          {carried ? <Badge tone="tea">{kinds(`qualityKind.${carried.kind}`)}</Badge> : null}
          {listing.available_quantity === 0 ? <Badge>{t("soldOut")}</Badge> : null}
        </p>
      ) : null}
    </article>
  );
}

/** Two beside each other on a phone, up to four on a desk. */
export function ProductGrid({ listings, headingLevel }: { listings: ListingCard[]; headingLevel?: 2 | 3 }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-7 sm:grid-cols-3 lg:grid-cols-4">
      {listings.map((listing, index) => (
        <li key={listing.id}>
          <ProductCard listing={listing} eager={index < 2} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  );
}
