import "server-only";
import { cache } from "react";
import { callBackend, callBackendOrNull } from "@/lib/backend";
import type { Certificate, GeographicalIndication, Listing, ListingCard, SearchResult, SellerSummary } from "@/lib/types";
import { readableSegment } from "./readable-segment";
import { searchQuery, type SearchFilters } from "./search-filters";

/** Handles and codes come percent-encoded out of the address and go back in encoded, exactly once. */
const segment = (raw: string) => encodeURIComponent(readableSegment(raw));

export function searchListings(filters: SearchFilters, locale: string): Promise<SearchResult> {
  return callBackend<SearchResult>("/store/search", { locale, query: searchQuery(filters) });
}

export const findListing = cache(async (handle: string, locale: string): Promise<Listing | null> => {
  const answer = await callBackendOrNull<{ listing: Listing }>(`/store/listings/${segment(handle)}`, { locale });
  return answer?.listing ?? null;
});

type SellerPage = { seller: SellerSummary & { illustrative?: boolean }; listings: ListingCard[] };

export const findSeller = cache((handle: string, locale: string): Promise<SellerPage | null> =>
  callBackendOrNull<SellerPage>(`/store/sellers/${segment(handle)}`, { locale }),
);

/** What the register's API accepts; anything longer was never printed on a certificate. */
const LONGEST_CODE = 64;

export const findCertificate = cache(async (code: string, locale: string): Promise<Certificate | null> => {
  if (readableSegment(code).length > LONGEST_CODE) return null;
  const answer = await callBackendOrNull<{ certificate: Certificate }>(`/store/certificates/${segment(code)}`, { locale });
  return answer?.certificate ?? null;
});

export const findIndication = cache(async (handle: string, locale: string): Promise<GeographicalIndication | null> => {
  const path = `/store/geographical-indications/${segment(handle)}`;
  const answer = await callBackendOrNull<{ geographical_indication: GeographicalIndication }>(path, { locale });
  return answer?.geographical_indication ?? null;
});
