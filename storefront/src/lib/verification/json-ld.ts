import type { Certificate, Listing } from "@/lib/types";

type Thing = { "@type": string; [property: string]: unknown };

/** For machines what the banner of the page is for people. */
const madeUp = { disambiguatingDescription: "Dữ liệu minh hoạ (made up for a demonstration)" };

/** schema.org says Active or Inactive only; the page says which kind of inactive. */
function certification(given: { code: string; inForce: boolean; stars: number; issuer: string | null; issued: string; expires: string; page: string }): Thing {
  return {
    "@type": "Certification",
    name: `OCOP ${given.stars}★`,
    certificationIdentification: given.code,
    certificationStatus: `https://schema.org/${given.inForce ? "CertificationActive" : "CertificationInactive"}`,
    certificationRating: { "@type": "Rating", ratingValue: given.stars, bestRating: 5, worstRating: 1 },
    ...(given.issuer && { issuedBy: { "@type": "GovernmentOrganization", name: given.issuer } }),
    validFrom: given.issued,
    expires: given.expires,
    validIn: { "@type": "Country", name: "VN" },
    url: given.page,
  };
}

/** schema.org `Certification` of a certificate's page. @param origin of this shop, without a slash at the end */
export function certificateJsonLd(certificate: Certificate, origin: string): Thing {
  return {
    "@context": "https://schema.org",
    ...certification({
      code: certificate.code,
      inForce: certificate.stars !== null,
      stars: certificate.stars_given,
      issuer: certificate.issued_by,
      issued: certificate.issued_on,
      expires: certificate.prolonged_until ?? certificate.expires_on,
      page: `${origin}/xac-thuc/${certificate.code}`,
    }),
    ...(certificate.illustrative && madeUp),
    about: {
      "@type": "Product",
      name: certificate.product_name,
      ...(certificate.producer_name && { manufacturer: { "@type": "Organization", name: certificate.producer_name } }),
    },
  };
}

/** schema.org `Product` of a listing, with its certification as long as that is in force. */
export function listingJsonLd(listing: Listing, origin: string): Thing {
  const { ocop, seller } = listing;
  const pictures = listing.images.flatMap(({ renditions }) => renditions.filter(({ format }) => format === "webp").slice(-1));
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: listing.title,
    ...((listing.illustrative || ocop?.illustrative) && madeUp),
    url: `${origin}/san-pham/${listing.handle}`,
    ...(listing.description && { description: listing.description }),
    ...(pictures.length > 0 && { image: pictures.map(({ url }) => new URL(url, `${origin}/`).href) }),
    ...(ocop?.producer_name && { manufacturer: { "@type": "Organization", name: ocop.producer_name } }),
    offers: {
      "@type": "Offer",
      price: listing.price_vnd,
      priceCurrency: "VND",
      availability: `https://schema.org/${listing.available_quantity > 0 ? "InStock" : "OutOfStock"}`,
      seller: { "@type": "Organization", name: seller.name, url: `${origin}/gian-hang/${seller.handle}` },
    },
    ...(ocop?.stars && {
      hasCertification: certification({
        code: ocop.certificate_code,
        inForce: true,
        stars: ocop.stars,
        issuer: ocop.issued_by,
        issued: ocop.issued_on,
        expires: ocop.expires_on,
        page: `${origin}/xac-thuc/${ocop.certificate_code}`,
      }),
    }),
  };
}

/** JSON that cannot end the script it stands in. */
export function scriptSafe(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
