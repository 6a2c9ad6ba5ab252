import { getTranslations } from "next-intl/server";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Notice } from "@/components/ui/notice";
import { loadListings } from "@/lib/seller/load";
import { ListingCard } from "./listing-card";

/** `sentId`: the listing that was sent a moment ago, told in words at the top. */
export async function ListingList({ sentId }: { sentId: string | undefined }) {
  const [t, listings] = await Promise.all([getTranslations("seller.listings"), loadListings("/ban-hang/hang")]);
  const sent = listings.find((listing) => listing.id === sentId);
  if (listings.length === 0) return <Message title={t("empty")} text={t("emptyText")} />;
  return (
    <>
      <IllustrativeBanner show={listings.some((listing) => listing.illustrative)} />
      {sent ? (
        <Notice tone="good" title={t("sent")} announce data-testid="listing-sent">
          <p>{t("sentText", { title: sent.title })}</p>
        </Notice>
      ) : null}
      <ul className="flex flex-col gap-3">
        {listings.map((listing) => (
          <li key={listing.id}>
            <ListingCard listing={listing} />
          </li>
        ))}
      </ul>
    </>
  );
}
