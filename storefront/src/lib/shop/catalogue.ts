import "server-only";
import { cache } from "react";
import { callBackend, callBackendOrNull } from "@/lib/backend";
import type { Certificate, GeographicalIndication, Listing, ListingCard, RegisterResult, SearchResult, SellerSummary, SignSummary, StatementVerdict } from "@/lib/types";
import type { PublishedKey } from "@/lib/verification/check-statement";
import { looksSigned } from "@/lib/verification/looks-signed";
import { readableSegment } from "./readable-segment";
import { registerQuery, type RegisterFilters } from "./register-filters";
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

export function searchRegister(filters: RegisterFilters, locale: string): Promise<RegisterResult> {
  return callBackend<RegisterResult>("/store/ocop/register", { locale, query: registerQuery(filters) });
}

/** What the signed statement of a label is worth today, for the certificate its address names. */
export async function judgeStatement(statement: string, code: string, locale: string): Promise<StatementVerdict> {
  if (!looksSigned(statement)) return { state: "tampered", key_id: null, statement: null, register_status: null };
  const query = { s: statement, code: readableSegment(code).slice(0, LONGEST_CODE) };
  return (await callBackend<{ verdict: StatementVerdict }>("/store/ocop/statement", { locale, query })).verdict;
}

/** The public keys labels are checked with, as a JWK set. */
export function listKeys(locale: string): Promise<{ keys: (PublishedKey & Record<string, unknown>)[] }> {
  return callBackend("/store/ocop/keys", { locale });
}

export const findIndication = cache(async (handle: string, locale: string): Promise<GeographicalIndication | null> => {
  const path = `/store/geographical-indications/${segment(handle)}`;
  const answer = await callBackendOrNull<{ geographical_indication: GeographicalIndication }>(path, { locale });
  return answer?.geographical_indication ?? null;
});

/** All indications and marks, by name. */
export async function listSigns(locale: string): Promise<SignSummary[]> {
  const answer = await callBackend<{ geographical_indications: SignSummary[] }>("/store/geographical-indications", { locale, query: { kind: "all" } });
  return answer.geographical_indications;
}
