"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/format/money";
import { type ListingProblem, listingProblems } from "@/lib/seller/listing-check";
import type { ListingText } from "@/lib/seller/listing-payload";

/** The sentences for what is wrong with a listing, in the reader's language. */
export function useListingCheck() {
  const t = useTranslations("seller.listingForm.problems");
  const locale = useLocale();
  const say = ({ word, limit }: ListingProblem) => t(word, { limit: formatCount(limit, locale) });
  const check = (text: ListingText): Record<string, string> =>
    Object.fromEntries(Object.entries(listingProblems(text)).map(([field, problem]) => [field, say(problem)]));
  return { say, check };
}
