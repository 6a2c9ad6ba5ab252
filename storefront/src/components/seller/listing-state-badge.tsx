import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { listingStateOf, type ListingState } from "@/lib/seller/listing-state";
import type { Listing } from "@/lib/seller/schemas";

const tones: Record<ListingState, "tea" | "indigo" | "brick" | "honey" | "plain"> = {
  proposed: "honey",
  published: "tea",
  rejected: "brick",
  draft: "plain",
  sold_out: "plain",
};

export function ListingStateBadge({ listing }: { listing: Listing }) {
  const t = useTranslations("seller.listingState");
  const state = listingStateOf(listing);
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
