import "server-only";
import { cache } from "react";
import { callBackendOrNull, medusa } from "@/lib/backend";
import type { CartPreview } from "@/lib/types";
import { attachCart } from "./buyer-session";
import { cartId } from "./cart-cookie";
import { findListing } from "./catalogue";

/** This browser's basket as the backend sees it now; null when there is none (any more). */
export const currentCart = cache(async (locale: string): Promise<CartPreview | null> => {
  const id = await cartId();
  if (!id) return null;
  const preview = await callBackendOrNull<CartPreview>(`/store/carts/${encodeURIComponent(id)}/preview`, { locale });
  return preview && preview.sellers.length > 0 ? preview : null;
});

export function countLines(preview: CartPreview): number {
  return preview.sellers.reduce((sum, part) => sum + part.lines.length, 0);
}

/** Whether anything in the basket carries a price or stock that the demonstration made up. */
export async function showsIllustrations(preview: CartPreview, locale: string): Promise<boolean> {
  const handles = preview.sellers.flatMap(({ lines }) => lines.map((line) => line.listing_handle));
  const listings = await Promise.all(handles.map((handle) => findListing(handle, locale)));
  return listings.some((listing) => listing?.illustrative);
}

/** A fresh basket in the đồng region; the sales channel comes from the publishable key. */
export async function createCart(locale: string): Promise<string> {
  const client = medusa({ locale });
  const { regions } = await client.store.region.list({ fields: "id,currency_code" });
  const region = regions.find(({ currency_code }) => currency_code === "vnd");
  if (!region) throw new Error("the backend has no region that sells in đồng");
  const { cart } = await client.store.cart.create({ region_id: region.id }, { fields: "id" });
  await attachCart(cart.id, locale);
  return cart.id;
}
