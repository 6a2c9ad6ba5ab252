import "server-only";
import type { OrderGroup } from "@/lib/types";
import { findListing } from "./catalogue";
import { isClosed, planAgain, type AgainLine } from "./order-again";

/** What of the closed orders of a checkout, or of one of them, can be ordered again today. Empty where none is closed. */
export async function loadAgain(group: OrderGroup, orderId: string, locale: string): Promise<AgainLine[]> {
  const orders = group.orders.filter((order) => isClosed(order) && (orderId === "" || order.id === orderId));
  const handles = [...new Set(orders.flatMap(({ items }) => items.flatMap(({ handle }) => handle ?? [])))];
  const listings = await Promise.all(handles.map((handle) => findListing(handle, locale)));
  return planAgain(orders, listings.flatMap((listing) => (listing?.status === "published" ? [listing] : [])));
}
