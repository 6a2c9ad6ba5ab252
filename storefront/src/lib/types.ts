/** The shapes the backend speaks. Money is integer đồng, times are UTC ISO. */

export type Rendition = { width: number; height: number; format: "avif" | "webp"; url: string };

export type MediaAsset = {
  id: string;
  width: number;
  height: number;
  color: string;
  alt: string | null;
  renditions: Rendition[];
};

export type Unit = { code: string; kind: string; name: string; full_name: string; name_en?: string; parent_code: string | null };
export type UnitName = { code: string; name: string; full_name: string };

export type PricePerUnit = { amount_vnd: number; per: "kg" | "l" };

export type CertificateStatus = "valid" | "expiring" | "prolonged" | "expired" | "revoked";

/** `stars` is null as soon as the certificate no longer counts. */
export type OcopBadge = {
  stars: 3 | 4 | 5 | null;
  product_id: string;
  product_name: string;
  producer_name: string;
  certificate_code: string;
  decision_no: string | null;
  issued_by: string | null;
  issued_on: string;
  expires_on: string;
  status: CertificateStatus;
  illustrative: boolean;
};

export type GiBadge = {
  gi_handle: string;
  name: string;
  product: string;
  certificate_no: string | null;
  confirmed: boolean;
  document_no: string;
  issued_by: string;
  expires_on: string | null;
  illustrative: boolean;
};

export type SellerKind = "cooperative" | "cooperative_group" | "household_business" | "enterprise" | "individual";

export type SellerSummary = { id: string; handle: string; name: string; kind: SellerKind; commune: UnitName; province: UnitName };

type ListingCommon = {
  id: string;
  handle: string;
  title: string;
  unit: string;
  net_weight_grams: number | null;
  net_volume_ml: number | null;
  price_vnd: number;
  price_per_unit: PricePerUnit | null;
  available_quantity: number;
  variant_id: string;
  seller: SellerSummary;
  ocop: OcopBadge | null;
  gi: GiBadge | null;
  illustrative: boolean;
  status: "proposed" | "published" | "rejected" | "draft";
  created_at: string;
};

export type Listing = ListingCommon & { description: string | null; images: MediaAsset[] };
export type ListingCard = ListingCommon & { image: MediaAsset | null };
