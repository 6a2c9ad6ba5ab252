import { expect, test } from "vitest";
import type { Certificate, Listing } from "@/lib/types";
import { certificateJsonLd, listingJsonLd, scriptSafe } from "./json-ld";

const certificate = {
  code: "CP-7Q4K-9M2T", stars: 4, stars_given: 4, product_name: "Chè", producer_name: null, issued_by: "UBND tỉnh", issued_on: "2026-06-01", expires_on: "2029-06-01", prolonged_until: null, illustrative: false,
} as Certificate;
const listing = {
  handle: "che", title: "Chè", description: null, images: [], price_vnd: 250_000, available_quantity: 3, seller: { name: "HTX", handle: "htx" },
  ocop: { stars: 4, certificate_code: "CP-7Q4K-9M2T", producer_name: "HTX", issued_by: null, issued_on: "2026-06-01", expires_on: "2029-06-01" }, illustrative: false,
} as unknown as Listing;

test("a certificate that holds is active, one that does not is not", () => {
  expect(certificateJsonLd(certificate, "https://cho.example")).toMatchObject({
    "@type": "Certification", certificationIdentification: "CP-7Q4K-9M2T", certificationStatus: "https://schema.org/CertificationActive", expires: "2029-06-01", url: "https://cho.example/xac-thuc/CP-7Q4K-9M2T",
  });
  expect(certificateJsonLd({ ...certificate, stars: null, prolonged_until: "2029-09-01" }, "https://cho.example")).toMatchObject({ certificationStatus: "https://schema.org/CertificationInactive", expires: "2029-09-01" });
});

test("a listing names its certification only while that holds", () => {
  expect(listingJsonLd(listing, "https://cho.example")).toMatchObject({ "@type": "Product", offers: { price: 250_000, priceCurrency: "VND" }, hasCertification: { certificationIdentification: "CP-7Q4K-9M2T" } });
  expect(listingJsonLd({ ...listing, ocop: { ...listing.ocop!, stars: null } }, "https://cho.example")).not.toHaveProperty("hasCertification");
});

test("what is made up says so to machines too", () => {
  expect(certificateJsonLd(certificate, "https://cho.example")).not.toHaveProperty("disambiguatingDescription");
  expect(certificateJsonLd({ ...certificate, illustrative: true }, "https://cho.example")).toHaveProperty("disambiguatingDescription");
  expect(listingJsonLd({ ...listing, illustrative: true }, "https://cho.example")).toHaveProperty("disambiguatingDescription");
});

test("no name ends the script it stands in", () => {
  const text = scriptSafe({ name: "</script><script>alert(1)</script>\u2028" });
  expect(text).not.toMatch(/<|\u2028/);
  expect(JSON.parse(text)).toEqual({ name: "</script><script>alert(1)</script>\u2028" });
});
