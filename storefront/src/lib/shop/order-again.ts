import type { GroupOrder, Listing, OrderGroup, PreviewLine } from "@/lib/types";

/** What is on sale today, as far as ordering it again depends on it. */
export type OnSale = Pick<Listing, "handle" | "variant_id" | "price_vnd" | "available_quantity">;

/** One thing that was ordered, and what of it can be had today. */
export type AgainLine = {
  /** null for what no listing stands behind any more. */
  handle: string | null;
  title: string;
  wanted: number;
  priceThenVnd: number;
  /** null when it is no longer on sale. */
  now: { variantId: string; priceVnd: number; quantity: number } | null;
};

export const isClosed = (order: Pick<GroupOrder, "state">) => order.state === "expired" || order.state === "canceled";

/** What of some orders can be ordered again: each thing once, at today's price, never more of it than is there. */
export function planAgain(orders: Pick<GroupOrder, "items">[], onSale: OnSale[]): AgainLine[] {
  const lines = new Map<string, AgainLine>();
  for (const item of orders.flatMap(({ items }) => items)) {
    const known = lines.get(item.handle ?? item.id);
    if (known) known.wanted += item.quantity;
    else lines.set(item.handle ?? item.id, { handle: item.handle, title: item.title, wanted: item.quantity, priceThenVnd: item.unit_price_vnd, now: null });
  }
  for (const line of lines.values()) {
    const listing = onSale.find(({ handle }) => handle === line.handle);
    if (!listing) continue;
    line.now = { variantId: listing.variant_id, priceVnd: listing.price_vnd, quantity: Math.max(0, Math.min(line.wanted, listing.available_quantity)) };
  }
  return [...lines.values()];
}

export type CartStep = { handle: string; title: string; quantity: number } & ({ variantId: string } | { lineId: string });

/**
 * What has to be done to a basket so that it holds the plan. What is in it already is topped up to the quantity wanted
 * and never added to, so that a second tap, or an order that was put back twice, doubles nothing.
 */
export function cartSteps(plan: AgainLine[], lines: Pick<PreviewLine, "id" | "listing_handle" | "quantity">[]): CartStep[] {
  return plan.flatMap(({ handle, title, now }): CartStep[] => {
    if (!handle || !now || now.quantity === 0) return [];
    const line = lines.find(({ listing_handle }) => listing_handle === handle);
    if (line && line.quantity >= now.quantity) return [];
    const step = { handle, title, quantity: now.quantity };
    return [line ? { ...step, lineId: line.id } : { ...step, variantId: now.variantId }];
  });
}

type Delivered = { address: NonNullable<OrderGroup["address"]> } & Pick<OrderGroup, "buyer_receives">;

/**
 * Where a closed order went, as the checkout takes it. A parcel for somebody else does not become their order: an account
 * orders with its own phone, and a guest is asked for it again (`buyer: null`), because no page tells it.
 */
export function deliveryAgain({ address, buyer_receives }: Delivered, accountPhone: string | null) {
  const { name, phone, province_code, commune_code, street, note, email } = address;
  const buyer = accountPhone !== null ? { buyer: { phone: accountPhone } } : buyer_receives ? {} : { buyer: null };
  return { name, phone, province_code, commune_code, street, ...(note ? { note } : {}), ...(email ? { email } : {}), ...buyer };
}
