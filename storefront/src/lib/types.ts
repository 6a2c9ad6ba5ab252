import type { Statement } from "./verification/statement";

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

export type Unit = {
  code: string;
  kind: string;
  name: string;
  full_name: string;
  name_en?: string;
  parent_code: string | null;
  /** Of a province: the names of the provinces it took over on 1 July 2025. */
  former_names?: string[];
};
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

export type SignKind = "geographical_indication" | "collective_mark" | "certification_mark";

/** A collective or certification mark: never shown as an indication. */
export type MarkBadge = Omit<GiBadge, "gi_handle"> & { kind: Exclude<SignKind, "geographical_indication">; mark_handle: string; owner: string | null };

/** A paper about quality that somebody looked at. `mark_rank` null: told in the trust block alone. */
export type QualityBadge = {
  id: string;
  kind: string;
  mark_rank: number | null;
  number: string | null;
  holder_name: string;
  issuer: string | null;
  issued_on: string | null;
  expires_on: string | null;
  state: "valid" | "expiring" | "expired" | "revoked";
  checked_on: string | null;
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
  mark: MarkBadge | null;
  quality: QualityBadge[];
  illustrative: boolean;
  status: "proposed" | "published" | "rejected" | "draft";
  created_at: string;
};

export type Listing = ListingCommon & { description: string | null; images: MediaAsset[] };
export type ListingCard = ListingCommon & { image: MediaAsset | null };

export type SearchSort = "relevance" | "newest" | "price_asc" | "price_desc";

export type SearchResult = {
  listings: ListingCard[];
  count: number;
  limit: number;
  offset: number;
  facets: {
    stars: { value: number; count: number }[];
    provinces: { code: string; name: string; count: number }[];
  };
};

export type ExternalSale = { url: string; platform_name: string; last_checked_on: string };

export type Certificate = {
  code: string;
  status: CertificateStatus;
  /** null as soon as the certificate no longer counts; `stars_given` is what stands on the paper. */
  stars: 3 | 4 | 5 | null;
  stars_given: 3 | 4 | 5;
  product_name: string;
  producer_name: string | null;
  commune: UnitName | null;
  province: UnitName | null;
  decision_no: string | null;
  issued_by: string | null;
  issued_on: string;
  expires_on: string;
  prolonged_until: string | null;
  revoked_on: string | null;
  illustrative: boolean;
  listings: ListingLink[];
  /** On other platforms, as an official saw within the last 90 days. */
  external_listings: ExternalSale[];
  /** Every recognition of the product, this one among them, the latest first. */
  history: PastRecognition[];
  /** The code that speaks for the product now, where it is another. */
  replaced_by: string | null;
};

export type ListingLink = { handle: string; title: string };

export type PastRecognition = {
  code: string;
  status: CertificateStatus;
  stars_given: 3 | 4 | 5;
  decision_no: string | null;
  issued_on: string;
  /** A prolongation included. */
  expires_on: string;
};

/** What the backend says of the signed statement of a label. */
export type StatementVerdict = {
  state: "genuine" | "outdated" | "other_certificate" | "tampered" | "unknown_key";
  key_id: string | null;
  statement: Statement | null;
  register_status: CertificateStatus | null;
};

export type RegisterEntry = Pick<
  Certificate,
  "status" | "stars" | "stars_given" | "product_name" | "producer_name" | "commune" | "province" | "issued_on" | "expires_on" | "prolonged_until" | "illustrative" | "listings"
> & { certificate_code: string; product_set: { no: number; name: string } | null };

type Counted = { value: string; count: number };
type NamedCount = Counted & { name: string };

export type RegisterResult = {
  products: RegisterEntry[];
  count: number;
  facets: { stars: Counted[]; statuses: Counted[]; provinces: NamedCount[]; communes: NamedCount[]; sets: NamedCount[] };
};

export type PreviewLine = {
  id: string;
  listing_handle: string;
  title: string;
  image: MediaAsset | null;
  quantity: number;
  unit_price_vnd: number;
  total_vnd: number;
  available_quantity: number;
};

export type DeliveryAddress = {
  name: string;
  phone: string;
  province_code: string;
  commune_code: string;
  street: string;
  province_name: string;
  commune_name: string;
  note: string | null;
  email: string | null;
};

export type ShipScope = "commune" | "province" | "region" | "nationwide";

/** Whether and how a shop sends to the place the basket goes to. */
export type ShippingQuote =
  | {
      deliverable: true;
      zone: ShipScope;
      fee_vnd: number;
      days: { min: number; max: number };
      free_from_vnd: number | null;
      missing_for_free_vnd: number | null;
    }
  | { deliverable: false; reason: "too_far" | "perishable_too_far" | "too_heavy"; ships_within: ShipScope; max_parcel_grams: number | null };

export type Destination = Pick<DeliveryAddress, "province_code" | "province_name" | "commune_code" | "commune_name">;

/** Who orders: told of the order, and its owner by this phone. The parcel may be for somebody else. */
export type OrderBuyer = { name: string | null; phone: string };

export type CartPart = {
  seller: { id: string; handle: string; name: string };
  lines: PreviewLine[];
  shipping_vnd: number | null;
  total_vnd: number;
  /** null while the basket knows no place. */
  delivery: ShippingQuote | null;
};

export type CartPreview = {
  cart_id: string;
  sellers: CartPart[];
  items_vnd: number;
  shipping_vnd: number | null;
  total_vnd: number;
  destination: Destination | null;
  address: DeliveryAddress | null;
  /** null while nobody said who orders. */
  buyer: OrderBuyer | null;
};

export type PaymentRail = "vietqr" | "vnpay" | "cod";
export type OrderState = "pending_payment" | "to_confirm" | "to_ship" | "paid" | "shipped" | "delivered" | "canceled" | "expired";

export type VietQr = {
  payload: string;
  account_number: string;
  account_name: string;
  bank_name: string;
  bin: string;
  amount_vnd: number;
  memo: string;
};

/** One way to pay, and in a sentence why it is closed. */
export type RailOption = { rail: PaymentRail; open: boolean; reason: string | null };

/** How far money is that a person sends back by bank transfer; the account only as much as its owner knows it by. */
export type RefundTransfer = {
  state: "waiting" | "sent" | "done" | "canceled";
  sender: "shop" | "house";
  account: { bank_name: string; ending: string; holder: string | null } | null;
  account_by: "receiver" | "operator" | "payment" | null;
  asked_at: string | null;
  due_on: string | null;
  overdue: boolean;
  sent_at: string | null;
  bank_reference: string | null;
  problem_at: string | null;
};

export type OrderRefund = { id: string; amount_vnd: number; state: "on_its_way" | "by_hand" | "returned" | "failed"; at: string; surplus: boolean; transfer: RefundTransfer | null };

export type OrderCancellation = { by: "buyer" | "seller" | "operator" | "system"; reason: string | null; note: string | null; at: string; paid_vnd: number };

export type GroupOrder = {
  id: string;
  display_id: number | string;
  seller: { id: string; handle: string; name: string };
  items: { id: string; handle: string | null; title: string; quantity: number; unit_price_vnd: number; total_vnd: number; canceled_quantity: number; image: MediaAsset | null }[];
  shipping_vnd: number;
  total_vnd: number;
  canceled_vnd: number;
  state: OrderState;
  cancellation: OrderCancellation | null;
  /** What the shop said when it took lines out. */
  shortfalls: { reason: string | null; note: string | null; at: string }[];
  refunds: OrderRefund[];
  can_cancel: boolean;
  /** Paid, on the road, and nobody said yet that it came. */
  can_receive: boolean;
  payment: {
    rail: PaymentRail;
    state: "pending" | "paid" | "expired" | "canceled" | "refunded";
    amount_vnd: number;
    amount_received_vnd: number;
    /** Transfers for a QR the order does not show any more, which a person is looking at. */
    unclear_vnd: number;
    unclear_pays: boolean;
    /** VNPay may have the money and has not decided; `decide_by`: how long the operator lets it be waited for, where such a time runs. */
    checking: { decide_by: string | null; shared: boolean } | null;
    /** Cash the shop says was taken at the door although a transfer had paid; `returned_at`: given back. */
    cash_too: { amount_vnd: number; taken_at: string; returned_at: string | null; missing_at: string | null } | null;
    expires_at: string | null;
    confirmed_at: string | null;
    paid_at: string | null;
    vietqr: VietQr | null;
  };
  /** `received_at`: the buyer said that it came; `delivered_at`: anybody did. */
  shipment: { shipped_at: string; delivered_at: string | null; received_at: string | null; carrier: string | null; tracking_number: string | null } | null;
};

export type OrderGroup = {
  id: string;
  created_at: string;
  total_vnd: number;
  paid_vnd: number;
  address: DeliveryAddress | null;
  /** Whether the parcel comes to who ordered it. */
  buyer_receives: boolean;
  orders: GroupOrder[];
  /**
   * Set while something is to be paid through VNPay: whether its QR can be shown here, and the one that is open.
   * `checking`: VNPay or the bank may have the money and has not decided; nothing can be paid meanwhile. `attempt`: the
   * newest try to pay, `begun` as long as VNPay has not told its end; `failure` names why one failed.
   */
  vnpay: { state: "open" | "checking"; attempt: "none" | "begun" | "failed"; failure: string | null; offers_qr: boolean; qr: { payload: string; expires_at: string } | null } | null;
};

export type Sign = {
  handle: string;
  kind: SignKind;
  name: string;
  product: string;
  origin: "vietnam" | "foreign";
  certificate_no: string | null;
  registered_on: string | null;
  manager: string | null;
  owner: string | null;
  regulation: string | null;
  protected_until: string | null;
  confirmed: boolean;
  provinces: UnitName[];
  source: string;
};

export type SignSummary = Sign & { users_count: number };

export type ZoneUnit = {
  commune: (UnitName & { latitude: number | null; longitude: number | null }) | null;
  old_unit: string;
  old_district: string | null;
  confirmed: boolean;
  source: string;
};

export type GeographicalIndication = Sign & {
  story: { vi: string; en: string; source: string } | null;
  zone: ZoneUnit[];
  users: {
    producer_name: string;
    product_name: string | null;
    commune: UnitName | null;
    document_no: string;
    issued_by: string;
    issued_on: string;
    expires_on: string | null;
    illustrative: boolean;
  }[];
  products: { handle: string; title: string }[];
};
